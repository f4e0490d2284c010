package com.example.songs;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@SpringBootApplication
public class SongsApplication {

	public static void main(String[] args) {
		SpringApplication.run(SongsApplication.class, args);
	}

	@RestController
	static class SongsController {

		private final Songs songs;

		SongsController(Songs songs) {
			this.songs = songs;
		}

		@GetMapping("/songs")
		Iterable<Song> songs() {
			this.songs.save(new Song("Blue"));
			return this.songs.findAll();
		}

	}

}
