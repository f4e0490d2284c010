package io.soundshare.migrations.autogenerate.entity.features;

import java.util.Set;

import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import org.hibernate.annotations.Comment;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.Subselect;
import org.hibernate.annotations.View;

/**
 * Names, schemas and comments.
 */
@SuppressWarnings("deprecation")
public final class Names {

	private Names() {
	}

	/** Named like words of SQL. */
	@Entity(name = "Keywords")
	@Table(name = "\"order\"", indexes = @Index(columnList = "\"From\""))
	public static class Keywords {

		@Id
		@Column(name = "`group`")
		long id;

		@Column(name = "\"From\"", unique = true)
		String from;

		@Column(name = "\"two words\"")
		String words;

		@ManyToOne
		@JoinColumn(name = "\"User\"", foreignKey = @ForeignKey(name = "FK_Mixed"))
		User user;

	}

	/** Named like a word of PostgreSQL, and mixed. */
	@Entity(name = "User")
	@Table(name = "`User`", uniqueConstraints = @UniqueConstraint(name = "UQ_Mixed", columnNames = "FirstName"),
			check = @CheckConstraint(name = "CK_Mixed", constraint = "id > 0"),
			indexes = @Index(name = "IX_Mixed", columnList = "FirstName"))
	public static class User {

		@Id
		@GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "mixed")
		@SequenceGenerator(name = "mixed", sequenceName = "\"Mixed_Seq\"")
		long id;

		@Column(name = "FirstName")
		String firstName;

	}

	/** Too long. */
	@Entity(name = "Long")
	@Table(name = "a_table_whose_name_is_longer_than_anybody_would_like_it_to_be_on_any_database")
	public static class Long {

		@Id
		long id;

		@ManyToOne
		Long aColumnWhoseNameIsLongerThanAnybodyWouldLikeItToBeOnAnyDatabaseToday;

		@ElementCollection
		Set<String> words;

	}

	/** Elsewhere. */
	@Entity(name = "Elsewhere")
	@Table(schema = "archive")
	public static class Elsewhere {

		@Id
		@GeneratedValue(strategy = GenerationType.SEQUENCE)
		long id;

		@ManyToOne
		Here here;

	}

	/** At home. */
	@Entity(name = "Here")
	public static class Here {

		@Id
		@GeneratedValue(strategy = GenerationType.SEQUENCE)
		long id;

		@ManyToOne
		Elsewhere elsewhere;

	}

	/** At home, and says so. */
	@Entity(name = "Public")
	@Table(name = "outspoken", schema = "public")
	public static class Public {

		@Id
		long id;

	}

	/** Explained. */
	@Entity(name = "Explained")
	@Table(comment = "A table")
	public static class Explained {

		@Id
		@Comment("A key")
		long id;

		@Column(comment = "It's text")
		String text;

		@ElementCollection
		@Comment("Words")
		Set<String> words;

	}

	/** No table. */
	@Entity(name = "Selected")
	@Subselect("select id from explained")
	@Immutable
	public static class Selected {

		@Id
		long id;

	}

	/** A view. */
	@Entity(name = "Viewed")
	@View(query = "select id from explained")
	public static class Viewed {

		@Id
		long id;

	}

}
