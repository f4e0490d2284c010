package com.example.songs;

import java.math.BigDecimal;
import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import org.hibernate.annotations.Check;

@Entity
@Table(indexes = @Index(name = "ix_song_title", columnList = "title"))
public class Song {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private Long id;

	@Column(length = 200, nullable = false)
	private String title;

	@ManyToOne(fetch = FetchType.LAZY)
	private Artist artist;

	@Column(precision = 10, scale = 2)
	@Check(name = "ck_song_price", constraints = "price >= 0")
	private BigDecimal price;

	@Enumerated(EnumType.STRING)
	@Column(nullable = false)
	private Mood mood = Mood.CALM;

	private boolean live;

	private Instant added = Instant.now();

	protected Song() {
	}

	Song(String title) {
		this.title = title;
	}

	enum Mood {

		CALM, WILD

	}

	public String getTitle() {
		return this.title;
	}

}
