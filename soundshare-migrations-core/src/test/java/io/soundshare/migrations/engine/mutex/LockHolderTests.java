package io.soundshare.migrations.engine.mutex;

import io.soundshare.migrations.engine.connection.Origin;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LockHolderTests {

	private static final Origin ORIGIN = new Origin("anna", "web-1", "10.0.0.3", 4711, "songs", "1.0");

	@Test
	void knowsStockLiquibase() {
		LockHolder holder = LockHolder.of("web-1#blue (10.0.0.3)");
		assertThat(holder.ours()).isFalse();
		assertThat(holder.host()).isEqualTo("web-1");
		assertThat(LockHolder.of("web-1 (10.0.0.3)").host()).isEqualTo("web-1");
		assertThat(LockHolder.of(null).ours()).isFalse();
	}

	@Test
	void knowsItself() {
		LockHolder holder = LockHolder.of(LockHolder.withMutex(ORIGIN, "3f2a91c0"));
		assertThat(holder.ours()).isTrue();
		assertThat(holder.host()).isEqualTo("web-1");
		assertThat(holder.pid()).isEqualTo(4711);
		assertThat(holder.id()).isEqualTo("3f2a91c0");
		assertThat(holder.leased()).isFalse();
	}

	@Test
	void knowsALease() {
		LockHolder holder = LockHolder.of(LockHolder.withLease(ORIGIN, "3f2a91c0", 17));
		assertThat(holder.ours()).isTrue();
		assertThat(holder.id()).isEqualTo("3f2a91c0");
		assertThat(holder.leased()).isTrue();
	}

}
