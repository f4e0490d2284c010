package io.soundshare.migrations.engine.session;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import io.soundshare.migrations.engine.fingerprint.ResourceProbe.Found;
import io.soundshare.migrations.engine.fingerprint.ResourceQuestion;
import io.soundshare.migrations.engine.fingerprint.ResourceQuestion.Kind;
import liquibase.resource.AbstractResourceAccessor;
import liquibase.resource.OpenOptions;
import liquibase.resource.Resource;
import liquibase.resource.ResourceAccessor;
import org.jspecify.annotations.Nullable;

/**
 * Resources that remember what was asked for, what was found, and what was read of it.
 */
public final class RecordedResources extends AbstractResourceAccessor {

	/** Where code of the application decides which files are included. */
	private static final Pattern CODE = Pattern.compile("\\b(?:filter|resourceFilter|resourceComparator)\\b");

	/** The digest of what was not the same each time it was read: nothing has it. */
	private static final String UNKNOWN = "";

	private final ResourceAccessor resources;

	private final Map<ResourceQuestion, List<Recorded>> answers = new LinkedHashMap<>();

	/** The digest of what was read at each place. */
	private final Map<URI, String> contents = new HashMap<>();

	/** Where somebody has not come to the end. */
	private final Set<Read> unread = new HashSet<>();

	private volatile @Nullable String doubt;

	RecordedResources(ResourceAccessor resources) {
		this.resources = resources;
	}

	@Override
	public @Nullable List<Resource> getAll(String path) throws IOException {
		List<Resource> known = known(new ResourceQuestion(Kind.PATH, path));
		return (known != null) ? known : record(Kind.PATH, path, this.resources.getAll(path));
	}

	@Override
	public @Nullable List<Resource> search(String path, boolean recursive) throws IOException {
		return record(recursive ? Kind.TREE : Kind.FOLDER, path, this.resources.search(path, recursive));
	}

	/** Liquibase looks for each file several times, in every jar. */
	private synchronized @Nullable List<Resource> known(ResourceQuestion question) {
		List<Recorded> recorded = this.answers.get(question);
		return (recorded != null && !recorded.isEmpty()) ? new ArrayList<>(recorded) : null;
	}

	private synchronized @Nullable List<Resource> record(Kind kind, String path, @Nullable List<Resource> found) {
		List<Recorded> recorded = (found != null) ? found.stream().map(Recorded::new).toList() : List.of();
		this.answers.put(new ResourceQuestion(kind, path), recorded);
		return (found != null) ? new ArrayList<>(recorded) : null;
	}

	/** What another one leads to has a path, too, by which it is found again. */
	private Resource follow(Resource found) {
		Recorded recorded = new Recorded(found);
		try {
			List<Resource> all = getAll(found.getPath());
			if (found.exists() != (all != null && all.contains(recorded))) {
				this.doubt = found.getPath() + " is found in a way of its own";
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return recorded;
	}

	@Override
	public List<String> describeLocations() {
		return this.resources.describeLocations();
	}

	/** They are not ours: another session reads them too. */
	@Override
	public void close() {
	}

	/** What was asked for, in no particular order. */
	public synchronized List<ResourceQuestion> questions() {
		return List.copyOf(this.answers.keySet());
	}

	/** Why the questions do not tell all that was read; {@code null} if they do. */
	public @Nullable String doubt() {
		return this.doubt;
	}

	/**
	 * Whether what is found now is what was found, and what was read is still in it.
	 */
	public synchronized boolean isStill(ResourceQuestion question, List<Found> now) {
		List<Recorded> then = this.answers.getOrDefault(question, List.of());
		if (then.size() != now.size()) {
			return false;
		}
		for (int i = 0; i < now.size(); i++) {
			// What was found and not read decides nothing but by being there.
			URI location = then.get(i).getUri();
			String read = this.contents.get(location);
			if ((read != null && !read.equals(now.get(i).content()))
					|| this.unread.stream().anyMatch((open) -> open.location.equals(location))) {
				return false;
			}
		}
		return true;
	}

	/** Take note of what was read; of what may be large, when it was. */
	private InputStream open(Resource resource) throws IOException {
		String path = resource.getPath();
		InputStream stream = resource.openInputStream();
		if (path.endsWith(".csv") || path.endsWith(".sql")) {
			return new Read(stream, resource.getUri());
		}
		try (stream) {
			byte[] bytes = stream.readAllBytes();
			wasRead(resource.getUri(), sha256().digest(bytes));
			String text = new String(bytes, StandardCharsets.UTF_8);
			if (text.contains("includeAll") && CODE.matcher(text).find()) {
				this.doubt = "code of the application decides which files " + resource.getPath() + " includes";
			}
			return new ByteArrayInputStream(bytes);
		}
	}

	private synchronized void wasRead(URI location, byte[] digest) {
		String content = HexFormat.of().formatHex(digest);
		String before = this.contents.put(location, content);
		if (before != null && !before.equals(content)) {
			this.contents.put(location, UNKNOWN);
		}
	}

	private static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Something that is being read.
	 */
	private final class Read extends DigestInputStream {

		private final URI location;

		private boolean closed;

		Read(InputStream stream, URI location) {
			super(stream, sha256());
			this.location = location;
			synchronized (RecordedResources.this) {
				RecordedResources.this.unread.add(this);
			}
		}

		@Override
		public long skip(long count) throws IOException {
			return readNBytes((int) Math.min(count, Integer.MAX_VALUE)).length;
		}

		@Override
		public boolean markSupported() {
			return false;
		}

		/** All of it counts, also what nobody wanted to read. */
		@Override
		public void close() throws IOException {
			if (!this.closed) {
				this.closed = true;
				transferTo(OutputStream.nullOutputStream());
				wasRead(this.location, getMessageDigest().digest());
				synchronized (RecordedResources.this) {
					RecordedResources.this.unread.remove(this);
				}
			}
			super.close();
		}

	}

	/**
	 * A resource that was found.
	 */
	private final class Recorded implements Resource {

		private final Resource resource;

		Recorded(Resource resource) {
			this.resource = resource;
		}

		@Override
		public InputStream openInputStream() throws IOException {
			return open(this.resource);
		}

		@Override
		public String getPath() {
			return this.resource.getPath();
		}

		@Override
		public URI getUri() {
			return this.resource.getUri();
		}

		@Override
		public boolean exists() {
			return this.resource.exists();
		}

		@Override
		public boolean isWritable() {
			return this.resource.isWritable();
		}

		@Override
		public Resource resolve(String other) {
			return follow(this.resource.resolve(other));
		}

		@Override
		public Resource resolveSibling(String other) {
			return follow(this.resource.resolveSibling(other));
		}

		@Override
		public OutputStream openOutputStream(OpenOptions options) throws IOException {
			return this.resource.openOutputStream(options);
		}

		@Override
		public boolean equals(@Nullable Object other) {
			return other instanceof Recorded recorded && this.resource.equals(recorded.resource);
		}

		@Override
		public int hashCode() {
			return this.resource.hashCode();
		}

		@Override
		public String toString() {
			return this.resource.toString();
		}

	}

}
