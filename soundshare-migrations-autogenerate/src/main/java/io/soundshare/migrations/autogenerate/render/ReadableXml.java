package io.soundshare.migrations.autogenerate.render;

import liquibase.change.AbstractSQLChange;
import liquibase.serializer.LiquibaseSerializable;
import liquibase.serializer.core.xml.XMLChangeLogSerializer;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Liquibase's XML, with those characters escaped that mean something in XML: it writes
 * them as they are.
 */
final class ReadableXml extends XMLChangeLogSerializer {

	private int depth;

	@Override
	public Element createNode(LiquibaseSerializable object) {
		this.depth++;
		Element node = super.createNode(object);
		if (object instanceof AbstractSQLChange) {
			removeDefault(node, "splitStatements", "true");
			removeDefault(node, "stripComments", "false");
		}
		if (--this.depth == 0) {
			escapeAttributes(node);
		}
		return node;
	}

	/** Leave out an attribute that says what is so by default. */
	private static void removeDefault(Element node, String attribute, String value) {
		if (node.getAttribute(attribute).equals(value)) {
			node.removeAttribute(attribute);
		}
	}

	private void escapeAttributes(Node node) {
		if (node instanceof Element element) {
			for (int i = 0; i < element.getAttributes().getLength(); i++) {
				Node attribute = element.getAttributes().item(i);
				attribute.setNodeValue(escapeXml(attribute.getNodeValue()).replace("\"", "&quot;")
					.replace("\t", "&#9;")
					.replace("\n", "&#10;"));
			}
		}
		for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
			escapeAttributes(child);
		}
	}

	@Override
	public String escapeXml(String text) {
		return text.replace("&", "&amp;").replace("<", "&lt;").replace("]]>", "]]&gt;").replace("\r", "&#13;");
	}

}
