package com.example.songs;

import java.math.BigDecimal;
import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

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
	private BigDecimal price;

	private boolean live;

	private Instant added = Instant.now();

	protected Song() {
	}

	Song(String title) {
		this.title = title;
	}

	public String getTitle() {
		return this.title;
	}

}
