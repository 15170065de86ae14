using ShopBot.Engine.Customers;
using ShopBot.Engine.Desk;
using ShopBot.Engine.Stores;
using ShopBot.Shopping.Events;

namespace ShopBot.Shopify.Webhooks;

/// <summary>Finds the chat whose cart an order came of, by the token in the event log. Most orders of a shop are of no chat, so it looks at the newest checkouts only.</summary>
internal sealed class ChatCarts(StoreDesk desk, TimeProvider time)
{
    private const int FactsPerPage = 500;
    private const int MostPages = 4;

    /// <summary>A cart is forgotten by then, and parcels of its order are on their way.</summary>
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(30);

    /// <returns>Null when no token is given, or it is of no chat.</returns>
    public async ValueTask<CustomerId?> FindAsync(Store store, string? cartToken, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(cartToken))
            return null;
        DateTimeOffset? before = null;
        for (var page = 0; page < MostPages; page++)
        {
            var facts = await desk.ListFactsAsync(store, [CheckoutCreated.Kind], before, FactsPerPage, cancellationToken).ConfigureAwait(false);
            foreach (var fact in facts)
            {
                if (fact.Customer is { } customer && fact.Read(LoggedJson.Default.CheckoutCreated)?.CartToken == cartToken)
                    return customer;
            }

            if (facts.Count < FactsPerPage || time.GetUtcNow() - facts[^1].At > Lifetime)
                return null;
            before = facts[^1].At;
        }

        return null;
    }
}
