using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using ShopBot.Engine.Customers;
using ShopBot.Engine.Inbox;
using ShopBot.Engine.Stores;
using ShopBot.Shopify.Checkout;
using ShopBot.Shopify.Tokens;
using ShopBot.Shopping.Orders;
using Shopify.Client;
using Shopify.Client.Webhooks;

namespace ShopBot.Shopify.Webhooks;

/// <summary>
/// Puts news of a parcel into the lane of the customer whose chat its order names, else of the one who writes from the buyer's number, or whose cart it came of; the chat decides whether the order is its doing.
/// A parcel does not say any of that itself, so the order is read.
/// </summary>
internal sealed partial class Parcels(
    ShopifyClient client, ShopifySessions sessions, WhatsAppInbox inbox, CustomerDirectory customers, ChatCarts carts, TimeProvider time, ILogger<Parcels> logger) : IWebhookReaction
{
    /// <summary>Shopify waits 5 seconds for an answer.</summary>
    private static readonly TimeSpan OrderDeadline = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan ContactDeadline = TimeSpan.FromSeconds(1.5);

    public IReadOnlyList<string> Topics { get; } = ["fulfillments/create", "fulfillments/update"];

    public async Task AcceptAsync(Store store, ShopifyWebhook webhook, CancellationToken cancellationToken)
    {
        if (webhook.ReadPayload() is not FulfillmentPayload { Id: { } id, OrderId: { } number } parcel || ParcelStages.Of(parcel) is not { } stage)
            return;
        if (await ReadAsync(store, OrderDeadline, (admin, token) => admin.GetOrderAsync(string.Create(CultureInfo.InvariantCulture, $"gid://shopify/Order/{number}"), token), cancellationToken).ConfigureAwait(false) is not { } order)
            return;
        var named = ChatReference.In(order.CustomAttributes);
        var byPhone = named is null ? await ByPhoneAsync(store, order.Id, cancellationToken).ConfigureAwait(false) : null;
        var byCart = (named ?? byPhone) is null ? await carts.FindAsync(store, order.CartToken, cancellationToken).ConfigureAwait(false) : null;
        if ((named ?? byPhone ?? byCart) is not { } customer)
            return;
        var news = new OrderShipped(order.Name, stage)
        {
            OrderId = order.Id,
            MatchedBy = named is not null ? null : byPhone is not null ? "phone" : "cart",
            Carrier = parcel.TrackingCompany,
            TrackingNumbers = parcel.TrackingNumbers,
            TrackingLinks = [.. parcel.TrackingUrls.Where(static url => url.StartsWith("https://", StringComparison.OrdinalIgnoreCase))],
        };
        var key = string.Create(CultureInfo.InvariantCulture, $"{id}:{stage}:{(stage == ParcelStage.Sent ? news.TrackingNumbers.Count : 0)}");
        var payload = JsonSerializer.SerializeToUtf8Bytes(news, ShopifyEventJson.Default.OrderShipped);
        await inbox.AcceptAsync(
            store, new ExternalEvent(customer, OrderShipped.Kind, key, payload, webhook.TriggeredAt ?? time.GetUtcNow()), cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<CustomerId?> ByPhoneAsync(Store store, string order, CancellationToken cancellationToken)
    {
        if (await ReadAsync(store, ContactDeadline, (admin, token) => admin.GetOrderContactAsync(order, token), cancellationToken).ConfigureAwait(false) is not { } contact)
            return null;
        var phones = new[] { contact.Phone, contact.CustomerPhone }.OfType<string>().SelectMany(PhoneForm.Of).Distinct(StringComparer.Ordinal).ToList();
        return phones.Count == 0 ? null : await customers.FindByPhoneAsync(store, phones, cancellationToken).ConfigureAwait(false);
    }

    /// <returns>Null when the app may not see the order, which repeating the delivery would not change.</returns>
    private async Task<T?> ReadAsync<T>(Store store, TimeSpan most, Func<ShopifyAdmin, CancellationToken, Task<T?>> read, CancellationToken cancellationToken)
        where T : class
    {
        using var deadline = new CancellationTokenSource(most, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            var shop = await sessions.GetAsync(store.Id, either.Token).ConfigureAwait(false);
            return await read(client.Admin(shop), either.Token).ConfigureAwait(false);
        }
        catch (Exception refused) when (refused is ShopNotConnectedException or ShopifyAccountException or ShopifyAuthenticationException or ShopifyGraphQLException)
        {
            Log.OrderRefused(logger, store.Id, refused);
            return null;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 2304, Level = LogLevel.Warning, Message = "Store {Store}: the order of a parcel may not be read; its customer is not told.")]
        public static partial void OrderRefused(ILogger logger, StoreId store, Exception exception);
    }
}
