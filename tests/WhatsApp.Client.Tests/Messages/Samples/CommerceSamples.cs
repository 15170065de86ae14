namespace WhatsApp.Client.Tests.Messages.Samples;

internal static class CommerceSamples
{
    public static IEnumerable<Sample> All =>
    [
        Sample.Interactive(
            new ProductMessage("5550", "rye-1"),
            """{"type":"product","action":{"catalog_id":"5550","product_retailer_id":"rye-1"}}"""),
        Sample.Interactive(
            new ProductMessage("5550", "rye-1") { Body = "Fresh today", Footer = "While it lasts" },
            """
            {"type":"product","body":{"text":"Fresh today"},"footer":{"text":"While it lasts"},
             "action":{"catalog_id":"5550","product_retailer_id":"rye-1"}}
            """),
        Sample.Interactive(
            new ProductListMessage("Bread", "Fresh today", "5550", [new("Loaves", ["rye-1", "rye-2"]), new("Rolls", ["roll-1"])]) { Footer = "While it lasts" },
            """
            {"type":"product_list","header":{"type":"text","text":"Bread"},"body":{"text":"Fresh today"},"footer":{"text":"While it lasts"},
             "action":{"catalog_id":"5550","sections":[
              {"title":"Loaves","product_items":[{"product_retailer_id":"rye-1"},{"product_retailer_id":"rye-2"}]},
              {"title":"Rolls","product_items":[{"product_retailer_id":"roll-1"}]}]}}
            """),
        Sample.Interactive(
            new ProductListMessage("Bread", "Fresh today", "5550", [new("Loaves", ["rye-1"])]),
            """
            {"type":"product_list","header":{"type":"text","text":"Bread"},"body":{"text":"Fresh today"},
             "action":{"catalog_id":"5550","sections":[{"title":"Loaves","product_items":[{"product_retailer_id":"rye-1"}]}]}}
            """),
        Sample.Interactive(
            new CatalogMessage("All we bake"),
            """{"type":"catalog_message","body":{"text":"All we bake"},"action":{"name":"catalog_message"}}"""),
        Sample.Interactive(
            new CatalogMessage("All we bake") { ThumbnailProductRetailerId = "rye-1", Footer = "Since 1990" },
            """
            {"type":"catalog_message","body":{"text":"All we bake"},"footer":{"text":"Since 1990"},
             "action":{"name":"catalog_message","parameters":{"thumbnail_product_retailer_id":"rye-1"}}}
            """),
    ];
}
