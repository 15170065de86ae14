using System.Text;
using Microsoft.Extensions.DependencyInjection;
using ShopBot.Engine.Customers;
using ShopBot.Engine.Events;
using ShopBot.Shopify.Consent;
using ShopBot.Shopify.Tests.Support;
using ShopBot.Shopify.Tests.Webhooks;

namespace ShopBot.Shopify.Tests.Consent;

/// <summary>What customers say about marketing stands in Shopify too.</summary>
public sealed class ConsentMirrorTests
{
    private const string Known = """{"data":{"customerByIdentifier":{"id":"gid://shopify/Customer/3","state":"ENABLED","tags":[],"numberOfOrders":"2"}}}""";
    private const string Done = """{"data":{"customerWhatsAppMarketingConsentUpdate":{"customerPhoneNumber":{"phoneNumber":"+4915550001111"},"userErrors":[]}}}""";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("marketing.consent", """{"given":true,"source":"cart","at":"2026-11-22T12:00:00+00:00"}""", "\"SUBSCRIBED\"")]
    [InlineData("marketing.consent", """{"given":false,"source":"whatsapp","at":"2026-11-22T12:00:00+00:00"}""", "\"UNSUBSCRIBED\"")]
    [InlineData("consent.changed", """{"optedOut":true}""", "\"UNSUBSCRIBED\"")]
    [InlineData("consent.changed", """{"optedOut":false}""", null)]
    public async Task What_a_customer_says_is_written_to_Shopify(string kind, string payload, string? state)
    {
        await using var host = await ShopHost.StartAsync();
        host.Always("CustomerByPhone", Known);
        host.Always("WhatsAppConsentSet", Done);

        await HandleAsync(host, kind, payload);

        Assert.Equal(state is null ? 0 : 1, host.CallsTo("WhatsAppConsentSet"));
        if (state is not null)
            Assert.Contains(state, host.Calls.Single(call => call.Body.Contains("WhatsAppConsentSet", StringComparison.Ordinal)).Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"data":{"customerByIdentifier":null}}""")]
    [InlineData("""{"data":null,"errors":[{"message":"Access denied","extensions":{"code":"ACCESS_DENIED"}}]}""")]
    public async Task Number_that_is_no_customer_and_an_app_that_may_not_are_no_reason_to_repeat(string answer)
    {
        await using var host = await ShopHost.StartAsync();
        host.Always("CustomerByPhone", answer);

        await HandleAsync(host, "consent.changed", """{"optedOut":true}""");

        Assert.Equal(0, host.CallsTo("WhatsAppConsentSet"));
    }

    private static async Task HandleAsync(ShopHost host, string kind, string payload)
    {
        await PlacedOrderTests.WriteAsync(host);
        var store = await host.StoreAsync();
        var customer = await host.Services.GetRequiredService<CustomerDirectory>().FindByPhoneAsync(store, ["4915550001111"], Token);
        var occurred = new DomainEvent
        {
            Id = Guid.NewGuid(),
            Kind = kind,
            Store = store.Id,
            Customer = customer!.Value,
            Number = 1,
            RecordedAt = host.Time.GetUtcNow(),
            Payload = Encoding.UTF8.GetBytes(payload),
        };
        await ActivatorUtilities.CreateInstance<ConsentMirror>(host.Services).HandleAsync(occurred, Token);
    }
}
