namespace WhatsApp.Emulator.BrowserTests.Support;

/// <summary>Sends of every kind the page knows, as a business words them.</summary>
internal static class Samples
{
    public const string Buttons = """
        "type":"interactive","interactive":{"type":"button","header":{"type":"text","text":"Order 9"},"body":{"text":"Shall we *bake* it today?"},"footer":{"text":"Ready by 5"},
        "action":{"buttons":[{"type":"reply","reply":{"id":"ok:9","title":"Confirm"}},{"type":"reply","reply":{"id":"no:9","title":"Cancel"}}]}}
        """;

    public const string List = """
        "type":"interactive","interactive":{"type":"list","header":{"type":"text","text":"Delivery"},"body":{"text":"When shall we come?"},"footer":{"text":"Free above 30 EUR"},
        "action":{"button":"Pick a slot","sections":[{"title":"Tomorrow","rows":[{"id":"slot:am","title":"Morning","description":"8-12 h"},{"id":"slot:pm","title":"Afternoon"}]},
        {"title":"Friday","rows":[{"id":"slot:fr","title":"All day"}]}]}}
        """;

    public const string Flow = """
        "type":"interactive","interactive":{"type":"flow","body":{"text":"Book a table"},"action":{"name":"flow","parameters":{"flow_message_version":"3","flow_id":"31337",
        "flow_cta":"Book","flow_token":"tok-7","flow_action":"navigate","flow_action_payload":{"screen":"START","data":{"branch":"mitte","guests":"2"}}}}}
        """;

    public const string Products = """
        "type":"interactive","interactive":{"type":"product_list","header":{"type":"text","text":"Bread"},"body":{"text":"Fresh today"},
        "action":{"catalog_id":"555000","sections":[{"title":"Loaves","product_items":[{"product_retailer_id":"rye-1"},{"product_retailer_id":"rye-2"}]}]}}
        """;

    public const string Location = """ "type":"location","location":{"latitude":52.5208,"longitude":13.4095,"name":"Bäckerei Mitte","address":"Torstraße 1, Berlin"} """;

    public const string Contact = """
        "type":"contacts","contacts":[{"name":{"formatted_name":"Shop Support","first_name":"Shop"},"phones":[{"phone":"+49 30 555000","type":"WORK","wa_id":"4930555000"}]}]
        """;

    public const string TemplateDraft = """
        {"name":"order_shipped","language":"de","category":"UTILITY","parameter_format":"NAMED","components":[
        {"type":"HEADER","format":"IMAGE","example":{"header_handle":["4::aW"]}},
        {"type":"BODY","text":"Hallo {{first_name}}, Bestellung *{{order}}* ist unterwegs. Danke!","example":{"body_text_named_params":[{"param_name":"first_name","example":"Mira"},{"param_name":"order","example":"A-9"}]}},
        {"type":"FOOTER","text":"Bäckerei Mitte"},
        {"type":"BUTTONS","buttons":[{"type":"URL","text":"Verfolgen","url":"https://shop.example/t/{{1}}","example":["https://shop.example/t/A-9"]},{"type":"QUICK_REPLY","text":"Hilfe"}]}]}
        """;

    public const string UnknownTemplate = """
        "type":"template","template":{"name":"not_submitted","language":{"code":"en"},"components":[{"type":"body","parameters":[{"type":"text","text":"Mira"}]},
        {"type":"button","sub_type":"quick_reply","index":"0","parameters":[{"type":"payload","payload":"stop"}]}]}
        """;

    public static string Carousel(Uri pictures) => $$$$"""
        "type":"interactive","interactive":{"type":"carousel","body":{"text":"Three ideas for the weekend"},"action":{"cards":[
        {{{{Card(0, pictures, "a", "Rye with *seeds*", "rye")}}}},{{{{Card(1, pictures, "bbbb", "Oat and honey", "oat")}}}},{{{{Card(2, pictures, "ccccccc", "Walnut", "nut")}}}}]}}
        """;

    public static string Image(Uri pictures, string caption) => $$"""
        "type":"image","image":{"link":"{{pictures}}oven.png","caption":"{{caption}}"}
        """;

    public static string Template(Uri pictures) => $$$$"""
        "type":"template","template":{"name":"order_shipped","language":{"code":"de"},"components":[
        {"type":"header","parameters":[{"type":"image","image":{"link":"{{{{pictures}}}}parcel"}}]},
        {"type":"body","parameters":[{"type":"text","parameter_name":"first_name","text":"Mira"},{"type":"text","parameter_name":"order","text":"A-9"}]},
        {"type":"button","sub_type":"url","index":"0","parameters":[{"type":"text","text":"A-9"}]},
        {"type":"button","sub_type":"quick_reply","index":"1","parameters":[{"type":"payload","payload":"help:A-9"}]}]}
        """;

    private static string Card(int index, Uri pictures, string picture, string text, string id) => $$$"""
        {"card_index":{{{index}}},"type":"cta_url","header":{"type":"image","image":{"link":"{{{pictures}}}{{{picture}}}"}},"body":{"text":"{{{text}}}"},
        "action":{"buttons":[{"type":"quick_reply","quick_reply":{"id":"pick:{{{id}}}","title":"Pick {{{id}}}"}}]}}
        """;
}
