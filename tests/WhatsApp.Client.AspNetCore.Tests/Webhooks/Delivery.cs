namespace WhatsApp.Client.AspNetCore.Tests.Webhooks;

/// <summary>Bodies as the platform writes them.</summary>
internal static class Delivery
{
    public static string Of(params string[] entries) =>
        $$"""{"object":"whatsapp_business_account","entry":[{{string.Join(',', entries)}}]}""";

    public static string Entry(string account, params string[] changes) => $$"""{"id":"{{account}}","changes":[{{string.Join(',', changes)}}]}""";

    public static string Message(string number, string id, string account = "11", string text = "Hello") => Entry(account, Change(number, id, text));

    public static string Change(string number, string id, string text = "Hello") =>
        $$$"""
        {"field":"messages","value":{"messaging_product":"whatsapp","metadata":{"phone_number_id":"{{{number}}}"},
         "contacts":[{"wa_id":"4915550001111","user_id":"DE.1","profile":{"name":"Mira K."}}],
         "messages":[{"from":"4915550001111","from_user_id":"DE.1","id":"{{{id}}}","timestamp":"1790000000","type":"text","text":{"body":"{{{text}}}"}}]}}
        """;

    public static string Account(string account) =>
        $$$"""{"id":"{{{account}}}","time":1790000000,"changes":[{"field":"account_update","value":{"event":"ACCOUNT_DELETED"}}]}""";
}
