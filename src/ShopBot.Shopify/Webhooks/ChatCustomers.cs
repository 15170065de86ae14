using System.Globalization;
using Microsoft.Extensions.Logging;
using ShopBot.Engine.Customers;
using ShopBot.Engine.Desk;
using ShopBot.Engine.Stores;
using ShopBot.Shopify.Checkout;
using ShopBot.Shopify.Tokens;
using ShopBot.Shopping.Orders;
using Shopify.Client;

namespace ShopBot.Shopify.Webhooks;

/// <summary>Finds the people of the chat whom Shopify means: by phone number, and by the chat that their orders name.</summary>
internal sealed partial class ChatCustomers(
    StoreDesk desk, ShopifyClient client, ShopifySessions sessions, TimeProvider time, ILogger<ChatCustomers> logger)
{
    private const int FactsPerPage = 500;

    /// <summary>Shopify waits 5 seconds for an answer.</summary>
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(3);

    public async Task<IReadOnlyList<CustomerId>> FindAsync(Store store, string? phone, IReadOnlyList<long> orders, CancellationToken cancellationToken)
    {
        var found = new HashSet<CustomerId>();
        if (!string.IsNullOrWhiteSpace(phone) && await desk.FindByPhoneAsync(store, phone, cancellationToken).ConfigureAwait(false) is { } caller)
            found.Add(caller);
        var ids = orders.Select(static order => string.Create(CultureInfo.InvariantCulture, $"gid://shopify/Order/{order}")).ToHashSet(StringComparer.Ordinal);
        if (ids.Count > 0)
        {
            await AddFromLogAsync(store, ids, found, cancellationToken).ConfigureAwait(false);
            await AddFromShopAsync(store, ids, found, cancellationToken).ConfigureAwait(false);
        }

        return [.. found];
    }

    private async Task AddFromLogAsync(Store store, HashSet<string> orders, HashSet<CustomerId> found, CancellationToken cancellationToken)
    {
        DateTimeOffset? before = null;
        while (true)
        {
            var facts = await desk.ListFactsAsync(store, [OrderPaid.Kind], before, FactsPerPage, cancellationToken).ConfigureAwait(false);
            foreach (var fact in facts)
            {
                if (fact.Customer is { } customer && fact.Read(ShopifyEventJson.Default.OrderPaid)?.OrderId is { } order && orders.Contains(order))
                    found.Add(customer);
            }

            if (facts.Count < FactsPerPage)
                return;
            before = facts[^1].At;
        }
    }

    private async Task AddFromShopAsync(Store store, HashSet<string> orders, HashSet<CustomerId> found, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(Deadline, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            var admin = client.Admin(await sessions.GetAsync(store.Id, either.Token).ConfigureAwait(false));
            foreach (var order in orders)
            {
                if (await admin.GetOrderAsync(order, either.Token).ConfigureAwait(false) is { } read && ChatReference.In(read.CustomAttributes) is { } customer)
                    found.Add(customer);
            }
        }
        catch (Exception refused) when (refused is ShopifyException or ShopNotConnectedException || (refused is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            Log.OrdersNotRead(logger, store.Id, refused.GetType().Name);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 2307, Level = LogLevel.Information, Message = "Store {Store}: orders of a privacy request could not be read in the shop ({Fault}); phone number and event log were searched.")]
        public static partial void OrdersNotRead(ILogger logger, StoreId store, string fault);
    }
}
