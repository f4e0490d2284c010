package com.example.songs;

import org.springframework.data.jpa.repository.JpaRepository;

interface Songs extends JpaRepository<Song, Long> {

}
