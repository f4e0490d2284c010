package io.soundshare.sample;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Entity
public class Artist {

	@Id
	private Long id;

	private String name;

	public String getName() {
		return this.name;
	}

}
