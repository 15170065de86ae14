using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using ShopBot.Engine.Customers;
using ShopBot.Engine.Inbox;
using ShopBot.Engine.Stores;
using ShopBot.Shopify.Checkout;
using ShopBot.Shopping.CashOnDelivery;
using ShopBot.Shopping.Settings;
using Shopify.Client.Webhooks;

namespace ShopBot.Shopify.Webhooks;

/// <summary>Puts an order that is to be paid on delivery into the lane of its customer: the chat it names, else the one that writes from its number, or whose cart it came of.</summary>
internal sealed partial class PlacedOrders(
    WhatsAppInbox inbox, CustomerDirectory customers, ChatCarts carts, TimeProvider time, ILogger<PlacedOrders> logger, IShopSettings? settings = null) : IWebhookReaction
{
    public IReadOnlyList<string> Topics { get; } = ["orders/create"];

    public async Task AcceptAsync(Store store, ShopifyWebhook webhook, CancellationToken cancellationToken)
    {
        if (settings is null || webhook.ReadPayload() is not OrderPayload { Id: { } number, CancelledAt: null } order || order.FinancialStatus is "paid" or "refunded" or "voided")
            return;
        var rules = (await settings.GetAsync(store.Id, cancellationToken).ConfigureAwait(false)).CashOnDelivery;
        if (!rules.Enabled || !order.PaymentGatewayNames.Any(name => rules.Gateways.Contains(name, StringComparer.OrdinalIgnoreCase)))
            return;
        if (await CustomerAsync(store, order, cancellationToken).ConfigureAwait(false) is not { } customer)
            return;
        var id = number.ToString(CultureInfo.InvariantCulture);
        var placed = new CashOnDeliveryPlaced("gid://shopify/Order/" + id, order.Name ?? "#" + id, order.CurrentTotalPrice ?? order.TotalPrice ?? 0, order.Currency ?? store.Profile.Currency ?? "USD");
        var payload = JsonSerializer.SerializeToUtf8Bytes(placed, ShopifyEventJson.Default.CashOnDeliveryPlaced);
        var occurred = new ExternalEvent(customer, CashOnDeliveryPlaced.Kind, id, payload, webhook.TriggeredAt ?? time.GetUtcNow());
        if (!await inbox.AcceptAsync(store, occurred, cancellationToken).ConfigureAwait(false))
            Log.UnknownCustomer(logger, store.Id);
    }

    private async ValueTask<CustomerId?> CustomerAsync(Store store, OrderPayload order, CancellationToken cancellationToken)
    {
        if (ChatReference.Read(order.NoteAttributes.FirstOrDefault(static attribute => attribute.Name == ChatReference.Attribute)?.Value) is { } named)
            return named;
        var phones = new[] { order.Phone, order.Customer?.Phone }.OfType<string>().SelectMany(PhoneForm.Of).Distinct(StringComparer.Ordinal).ToList();
        return (phones.Count == 0 ? null : await customers.FindByPhoneAsync(store, phones, cancellationToken).ConfigureAwait(false))
            ?? await carts.FindAsync(store, order.CartToken, cancellationToken).ConfigureAwait(false);
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 2307, Level = LogLevel.Warning, Message = "Store {Store}: an order to be paid on delivery names a chat that does not exist.")]
        public static partial void UnknownCustomer(ILogger logger, StoreId store);
    }
}
