using ShopBot.Engine.Stores;
using ShopBot.Shopping.Checkout;
using Shopify.Client;
using Shopify.Client.Auth;

namespace ShopBot.Shopify.Checkout;

/// <summary>The invoice of a draft order. Works for every active product and behind a storefront password, and is the only way for agreed prices.</summary>
internal sealed class DraftOrderWay(ShopifyClient client, StoreRegistry stores, LineCheck check, TimeProvider time) : ICheckoutWay
{
    private const string Scope = "write_draft_orders";
    private const string Tag = "wa-chat";
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    public string Name => CheckoutWays.DraftOrderInvoice;

    public TimeSpan Deadline { get; } = TimeSpan.FromSeconds(8);

    public async Task<WayResult> TryAsync(CheckoutAttempt attempt, CancellationToken cancellationToken)
    {
        if (!await IsGrantedAsync(attempt.Store.Id, cancellationToken).ConfigureAwait(false))
            return new WayResult(WayOutcomes.Denied);
        var (lines, changes) = await check.TryAsync(attempt, cancellationToken).ConfigureAwait(false) ?? (attempt.Lines, []);
        if (attempt.Request.UsesAgreedPrices)
            changes = [.. changes.Where(static change => change.Kind != CheckoutChangeKind.Repriced)];
        if (lines.Count == 0)
            return new WayResult(WayOutcomes.NothingLeft, new CheckoutResult(null, []) { Changes = changes });
        var admin = client.Admin(attempt.Shop);
        var result = await admin.CreateDraftOrderAsync(Input(attempt, lines), cancellationToken).ConfigureAwait(false);
        if (result.UserErrors.Count > 0 || result.DraftOrder is not { } draft)
            return new WayResult(WayOutcomes.Refused);
        return await LinkAsync(admin, draft, cancellationToken).ConfigureAwait(false) is { } link
            ? new WayResult(WayOutcomes.Made, new CheckoutResult(link, [.. draft.Warnings.Select(static warning => warning.Message)]) { Changes = changes })
            : new WayResult(WayOutcomes.Failed);
    }

    private static DraftOrderInput Input(CheckoutAttempt attempt, IReadOnlyList<CheckoutLine> lines) => new()
    {
        LineItems =
        [
            .. lines.Select(line => new DraftOrderLineInput
            {
                VariantId = line.VariantId,
                Quantity = line.Quantity,
                PriceOverride = attempt.Request.UsesAgreedPrices && line.Price is { } price ? new MoneyV2(price.Amount, price.Currency) : null,
            }),
        ],
        CustomAttributes = [new OrderAttribute(ChatReference.Attribute, ChatReference.Of(attempt.Request.Customer))],
        Tags = [Tag],
        DiscountCodes = attempt.Request.DiscountCodes.Count > 0 ? attempt.Request.DiscountCodes : null,
        PresentmentCurrencyCode = attempt.Country?.Currency,
        AcceptAutomaticDiscounts = true,
        AllowDiscountCodesInCheckout = true,
    };

    /// <summary>Large drafts get their link a little later.</summary>
    private async Task<Uri?> LinkAsync(ShopifyAdmin admin, DraftOrder draft, CancellationToken cancellationToken)
    {
        for (DraftOrder? current = draft; current is not null;)
        {
            if (current.Ready && Uri.TryCreate(current.InvoiceUrl, UriKind.Absolute, out var link))
                return link;
            await Task.Delay(Pause, time, cancellationToken).ConfigureAwait(false);
            current = await admin.GetDraftOrderAsync(draft.Id, cancellationToken).ConfigureAwait(false);
        }

        return null;
    }

    /// <summary>Where the scopes are not known, Shopify is asked.</summary>
    private async ValueTask<bool> IsGrantedAsync(StoreId id, CancellationToken cancellationToken)
    {
        var store = await stores.FindAsync(id, cancellationToken).ConfigureAwait(false);
        var granted = ShopifyScopes.Parse(store?.Shopify?.Scope);
        return granted.Count == 0 || ShopifyScopes.Missing([Scope], granted).Count == 0;
    }
}
