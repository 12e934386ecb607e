/** One run from its start to its report: links, strikes, waits, and looks into the books. */
package dev.waggle.chaos.run;
