package io.soundshare.demo;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * The SoundShare service.
 */
@SpringBootApplication
public class SoundShareApplication {

	public static void main(String[] args) {
		SpringApplication.run(SoundShareApplication.class, args);
	}

}
