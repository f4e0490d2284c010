package io.soundshare.migrations.engine.operation;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

import io.soundshare.migrations.engine.plan.Revisions;
import io.soundshare.migrations.model.KeptRows;
import io.soundshare.migrations.model.Revision;
import io.soundshare.migrations.model.RevisionState;
import io.soundshare.migrations.model.Undo;
import org.jspecify.annotations.Nullable;

/**
 * Revisions of a database that has nothing to be done, as text to be kept in it:
 * compressed, and read by the version alone that has written it.
 *
 * @param revisions the revisions, each of which is applied
 * @param kept the rows of dropped tables and columns that are kept
 */
record RevisionsText(Revisions revisions, List<KeptRows> kept) {

	static String write(Revisions revisions, List<KeptRows> kept) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(bytes))) {
			Map<String, Integer> places = new HashMap<>();
			out.writeInt(revisions.changelog().size());
			for (Revision revision : revisions.changelog()) {
				places.put(revision.key(), places.size());
				write(out, revision);
			}
			out.writeInt(revisions.applied().size());
			for (Revision revision : revisions.applied()) {
				out.writeInt(Objects.requireNonNull(places.get(revision.key())));
			}
			out.writeInt(kept.size());
			for (KeptRows rows : kept) {
				text(out, rows.table());
				text(out, rows.place());
				out.writeLong(rows.rows());
				text(out, rows.revision());
				text(out, rows.since().toString());
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return Base64.getEncoder().encodeToString(bytes.toByteArray());
	}

	private static void write(DataOutputStream out, Revision revision) throws IOException {
		text(out, revision.name());
		text(out, revision.id());
		text(out, revision.author());
		text(out, revision.path());
		text(out, revision.description());
		text(out, revision.comment());
		text(out, revision.tag());
		texts(out, revision.labels());
		texts(out, revision.contexts());
		text(out, revision.checksum());
		text(out, revision.state().name());
		text(out, revision.order());
		text(out, revision.appliedAt());
		text(out, revision.durationMillis());
		text(out, revision.deployment());
		text(out, revision.appliedBy());
		text(out, revision.undo().how().name());
		text(out, revision.undo().reason());
		texts(out, revision.undo().loses());
		texts(out, revision.undo().restores());
		out.writeBoolean(revision.current());
		out.writeBoolean(revision.head());
		text(out, revision.execution());
		text(out, revision.skipped());
		texts(out, revision.irreversibleChanges());
	}

	private static void texts(DataOutputStream out, List<String> texts) throws IOException {
		out.writeInt(texts.size());
		for (String text : texts) {
			text(out, text);
		}
	}

	private static void text(DataOutputStream out, @Nullable Object value) throws IOException {
		if (value == null) {
			out.writeInt(-1);
			return;
		}
		byte[] bytes = value.toString().getBytes(StandardCharsets.UTF_8);
		out.writeInt(bytes.length);
		out.write(bytes);
	}

	/**
	 * Read them again.
	 * @throws IOException if it is no such text
	 */
	static RevisionsText read(String text) throws IOException {
		try (DataInputStream in = new DataInputStream(
				new InflaterInputStream(new ByteArrayInputStream(Base64.getDecoder().decode(text))))) {
			List<Revision> changelog = new ArrayList<>();
			for (int count = in.readInt(); count > 0; count--) {
				changelog.add(revision(in));
			}
			List<Revision> applied = new ArrayList<>();
			for (int count = in.readInt(); count > 0; count--) {
				applied.add(changelog.get(in.readInt()));
			}
			List<KeptRows> kept = new ArrayList<>();
			for (int count = in.readInt(); count > 0; count--) {
				kept.add(new KeptRows(required(in), required(in), in.readLong(), required(in),
						Instant.parse(required(in))));
			}
			return new RevisionsText(new Revisions(changelog, applied), kept);
		}
		catch (RuntimeException ex) {
			throw new IOException("What is kept of the revisions cannot be read", ex);
		}
	}

	private static Revision revision(DataInputStream in) throws IOException {
		return new Revision(required(in), required(in), required(in), required(in), text(in), text(in), text(in),
				texts(in), texts(in), text(in), RevisionState.valueOf(required(in)), integer(text(in)),
				instant(text(in)), number(text(in)), text(in), text(in), undo(in), in.readBoolean(), in.readBoolean(),
				text(in), text(in), texts(in));
	}

	private static Undo undo(DataInputStream in) throws IOException {
		return new Undo(Undo.How.valueOf(required(in)), text(in), texts(in), texts(in));
	}

	private static List<String> texts(DataInputStream in) throws IOException {
		List<String> texts = new ArrayList<>();
		for (int count = in.readInt(); count > 0; count--) {
			texts.add(required(in));
		}
		return texts;
	}

	private static @Nullable Integer integer(@Nullable String text) {
		return (text != null) ? Integer.valueOf(text) : null;
	}

	private static @Nullable Long number(@Nullable String text) {
		return (text != null) ? Long.valueOf(text) : null;
	}

	private static @Nullable Instant instant(@Nullable String text) {
		return (text != null) ? Instant.parse(text) : null;
	}

	private static String required(DataInputStream in) throws IOException {
		String text = text(in);
		if (text == null) {
			throw new IOException("A value is missing");
		}
		return text;
	}

	private static @Nullable String text(DataInputStream in) throws IOException {
		int length = in.readInt();
		return (length < 0) ? null : new String(in.readNBytes(length), StandardCharsets.UTF_8);
	}

}
