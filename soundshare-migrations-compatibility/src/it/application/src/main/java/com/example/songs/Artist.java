package com.example.songs;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Entity
public class Artist {

	@Id
	private Long id;

	@Column(length = 100, nullable = false, unique = true)
	private String name;

	private Integer born;

}
