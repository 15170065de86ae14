using System.Globalization;
using ShopBot.Benchmarks.Hosting;
using ShopBot.TestSupport.Webhooks;
using WhatsApp.Client.Webhooks;

namespace ShopBot.Benchmarks.Pipeline;

/// <summary>Signed webhooks of one text each. Every message has an id of its own; the customers take turns, so that none of them waits for an answer before.</summary>
internal static class Deliveries
{
    private const int Customers = 64;

    public static Delivery[] Create(int count) => [.. Enumerable.Range(0, count).Select(static number =>
    {
        var person = string.Create(CultureInfo.InvariantCulture, $"4915550{number % Customers:D6}");
        var body = MetaWebhook.Of(MetaWebhook.Entry(StoreHost.WabaId, StoreHost.Number, MetaWebhook.Text(person, "hi")));
        return new Delivery(body, WebhookSignature.Sign(body, StoreHost.AppSecret));
    })];
}

/// <summary>A webhook as it comes.</summary>
/// <param name="Body">Its bytes.</param>
/// <param name="Signature">Its header.</param>
internal sealed record Delivery(byte[] Body, string Signature);
