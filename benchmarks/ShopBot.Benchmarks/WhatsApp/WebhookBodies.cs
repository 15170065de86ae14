using System.Globalization;
using System.Text;

namespace ShopBot.Benchmarks.WhatsApp;

/// <summary>Deliveries as the platform writes them, field after value, invented people.</summary>
internal static class WebhookBodies
{
    public static byte[] OneMessage { get; } = Encoding.UTF8.GetBytes(Envelope(Message(1)));

    public static byte[] OneStatus { get; } = Encoding.UTF8.GetBytes(Envelope(
        """
        "statuses":[{"id":"wamid.HBgNNDkxNTU1MDAwMTExMRUCABEYEjkxQkU0QzZCRkQ4QzVFNkE3MgA=","status":"delivered","timestamp":"1790000050","recipient_id":"4915550001111","recipient_user_id":"DE.48213377190552","biz_opaque_callback_data":"0198f3b2a7c84e2e","pricing":{"billable":true,"pricing_model":"PMP","type":"regular","category":"service"}}]
        """));

    public static byte[] BatchOf50 { get; } = Encoding.UTF8.GetBytes(
        $$"""{"object":"whatsapp_business_account","entry":[{{string.Join(',', Enumerable.Range(1, 50).Select(i => Entry(Message(i))))}}]}""");

    private static string Envelope(string items) => $$"""{"object":"whatsapp_business_account","entry":[{{Entry(items)}}]}""";

    private static string Entry(string items) =>
        $$$"""
        {"id":"102290129340398","changes":[{"value":{"messaging_product":"whatsapp","metadata":{"display_phone_number":"4930555000","phone_number_id":"106540352242922"},{{{items}}} },"field":"messages"}]}
        """;

    private static string Message(int number)
    {
        var id = number.ToString("0000", CultureInfo.InvariantCulture);
        return $$$"""
        "contacts":[{"profile":{"name":"Mira K.","username":"mira.k"},"wa_id":"491555000{{{id}}}","user_id":"DE.4821337719{{{id}}}"}],"messages":[{"from":"491555000{{{id}}}","from_user_id":"DE.4821337719{{{id}}}","id":"wamid.HBgNNDkxNTU1MDAwMTExMRUCABEYEjkxQkU0QzZCRkQ4QzVFNkE3{{{id}}}A=","timestamp":"1790000000","text":{"body":"Do you have the rye bread in the small size too? Thank you!"},"type":"text"}]
        """;
    }
}
