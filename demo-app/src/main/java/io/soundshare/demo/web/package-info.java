/**
 * What all of the HTTP API has in common: pages, errors, the way in.
 */
@NullMarked
package io.soundshare.demo.web;

import org.jspecify.annotations.NullMarked;
