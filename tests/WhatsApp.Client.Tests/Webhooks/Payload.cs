using System.Text;
using WhatsApp.Client.Webhooks;

namespace WhatsApp.Client.Tests.Webhooks;

/// <summary>A file of the corpus: <c>Payloads/&lt;kind&gt;/&lt;case&gt;.json</c>, and beside it <c>.events</c> with the kinds of event it holds, one a line.</summary>
internal static class Payload
{
    private static readonly string Root = Path.Combine(AppContext.BaseDirectory, "Payloads");

    public static IEnumerable<string> Names => Directory.EnumerateFiles(Root, "*.json", SearchOption.AllDirectories)
        .Select(file => Path.ChangeExtension(Path.GetRelativePath(Root, file), null).Replace('\\', '/'))
        .Order(StringComparer.Ordinal);

    public static byte[] Bytes(string name) => File.ReadAllBytes(Path.Combine(Root, name + ".json"));

    public static string[] ExpectedKinds(string name) => File.ReadAllLines(Path.Combine(Root, name + ".events"));

    public static T One<T>(string name)
        where T : WebhookEvent => Assert.IsType<T>(Assert.Single(WebhookReader.Read(Bytes(name))));

    public static IReadOnlyList<WebhookEvent> Read(string json) => WebhookReader.Read(Encoding.UTF8.GetBytes(json));

    /// <summary>An envelope around the elements of <c>messages[]</c>.</summary>
    public static string Messages(string messages, string contacts = "[]", string number = "800200") =>
        $$$"""{"object":"whatsapp_business_account","entry":[{"id":"700100","changes":[{"field":"messages","value":{"metadata":{"phone_number_id":"{{{number}}}"},"contacts":{{{contacts}}},"messages":{{{messages}}} }}]}]}""";
}
