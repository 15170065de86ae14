using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Shopify.Emulator.Graph;
using Shopify.Emulator.OAuth;
using Shopify.Emulator.Orders;
using Shopify.Emulator.Pricing;
using Shopify.Emulator.Sales;
using Shopify.Emulator.Webhooks;

namespace Shopify.Emulator.DraftOrders;

/// <summary>The draft orders of a shop. Prices are those of the moment it was last written.</summary>
internal sealed class DraftBook(EmulatedShop shop)
{
    public const string StandardRate = "standard";
    private const long FirstId = 1_163_500_000_001;

    private readonly Lock _gate = new();
    private ImmutableSortedDictionary<long, Draft> _all = ImmutableSortedDictionary<long, Draft>.Empty;
    private ImmutableDictionary<long, Reservation> _reserved = ImmutableDictionary<long, Reservation>.Empty;
    private int _made;

    public IEnumerable<Draft> All => Volatile.Read(ref _all).Values;

    public Draft? Find(long? id) => id is { } known ? Volatile.Read(ref _all).GetValueOrDefault(known) : null;

    public Draft? FindByInvoice(string token) => All.FirstOrDefault(d => d.InvoiceToken == token);

    public string InvoiceUrl(Draft draft) => $"{shop.Url}/{shop.Id.ToString(CultureInfo.InvariantCulture)}/invoices/{draft.InvoiceToken}";

    /// <summary>A draft that is not kept: for <c>draftOrderCalculate</c>.</summary>
    public (Draft? Draft, IReadOnlyList<UserError> Errors) Calculate(InputObject input)
    {
        var reader = new DraftInput(shop);
        var terms = reader.Read(input, new());
        return reader.Errors.Count > 0 ? (null, reader.Errors) : (new(0, 0, "", shop.Now(), terms, SaleOf(terms)), []);
    }

    public (Draft? Draft, IReadOnlyList<UserError> Errors) Create(InputObject input)
    {
        var (draft, errors) = Calculate(input);
        if (draft is null) return (null, errors);
        lock (_gate)
        {
            draft = new(FirstId + _made, _made + 1, Secrets.Hex(), shop.Now(), draft.Terms, draft.Sale);
            if (Reserve(draft) is { } shortage) return (null, [shortage]);
            _made++;
            _all = _all.Add(draft.Id, draft);
        }

        Tell("draft_orders/create", draft);
        return (draft, []);
    }

    public (Draft? Draft, IReadOnlyList<UserError> Errors) Update(Draft old, InputObject input)
    {
        if (old.Status == "COMPLETED") return (null, [new(null, "This order has been paid")]);
        var reader = new DraftInput(shop);
        var terms = reader.Read(input, old.Terms);
        if (reader.Errors.Count > 0) return (null, reader.Errors);
        Draft changed;
        lock (_gate)
        {
            Release(old.Id);
            changed = old with { Terms = terms, Sale = SaleOf(terms), UpdatedAt = shop.Now() };
            if (Reserve(changed) is { } shortage)
            {
                Reserve(old);
                return (null, [shortage]);
            }

            _all = _all.SetItem(changed.Id, changed);
        }

        Tell("draft_orders/update", changed);
        return (changed, []);
    }

    public bool Delete(long? id)
    {
        lock (_gate)
        {
            if (Find(id) is not { } old) return false;
            Release(old.Id);
            _all = _all.Remove(old.Id);
        }

        shop.Publish("draft_orders/delete", new JsonObject { ["id"] = id });
        return true;
    }

    /// <summary>Notes that the invoice went out by e-mail. The emulator sends no mail.</summary>
    public Draft SendInvoice(Draft draft)
    {
        var sent = draft with { Status = draft.Status == "COMPLETED" ? draft.Status : "INVOICE_SENT", InvoiceSentAt = shop.Now(), UpdatedAt = shop.Now() };
        lock (_gate) _all = _all.SetItem(sent.Id, sent);
        Tell("draft_orders/update", sent);
        return sent;
    }

    /// <summary>Turns a draft into an order. Null when it was already, or when stock is missing.</summary>
    public EmulatedOrder? Complete(Draft draft, Sale sale, OrderContact contact, bool isPaid = true, string? checkoutToken = null)
    {
        EmulatedOrder? order;
        Draft done;
        lock (_gate)
        {
            if (Find(draft.Id) is not { Status: not "COMPLETED" } open) return null;
            Release(open.Id);
            order = shop.OrderBook.Place(sale, contact, checkoutToken, isPaid, customerId: open.Terms.CustomerId);
            if (order is null) return null;
            done = open with { Status = "COMPLETED", CompletedAt = order.CreatedAt, UpdatedAt = order.CreatedAt, OrderId = order.Id };
            _all = _all.SetItem(done.Id, done);
        }

        Tell("draft_orders/update", done);
        return order;
    }

    /// <summary>The rate that a buyer can choose when the draft names none.</summary>
    public MoneyBag StandardPrice(Draft draft) => PriceList.ShippingOf(shop, draft.Sale.Context, draft.Prices.Subtotal.Shop);

    private Sale SaleOf(DraftTerms terms)
    {
        var context = PriceContext.InCurrency(shop.Catalog, terms.PresentmentCurrencyCode);
        List<SaleLine> lines = [];
        List<PricedItem> items = [];
        List<MoneyBag> own = [];
        foreach (var line in terms.Lines)
        {
            var found = line.VariantId is { } id ? shop.FindVariant(id) : null;
            lines.Add(found is { } real
                ? SaleLine.Of(line.Uuid, real.Product, real.Variant, line.Quantity, line.Attributes) with { CompareAtPrice = null }
                : new SaleLine(line.Uuid, 0, 0, line.Title ?? "", null, line.Quantity) { Sku = line.Sku, RequiresShipping = line.RequiresShipping, Attributes = line.Attributes });
            items.Add(new(found?.Product.Id, line.Price ?? context.Bag(found?.Variant.Price ?? 0), line.Quantity));
            own.Add(Reduce(line.Reduction, items[^1].Total, context));
        }

        var left = items.Select((item, index) => new PricedItem(item.ProductId, item.Total - own[index], 1)).ToList();
        var prices = PriceList.For(shop, context, left, terms.DiscountCodes, terms.Phone ?? terms.Email, terms.Shipping?.Price ?? MoneyBag.Zero);
        var byHand = Spread(Reduce(terms.Reduction, prices.Subtotal, context), [.. left.Select((item, index) => item.Total - prices.Reductions[index])], context);
        var reductions = own.Select((reduction, index) => reduction + prices.Reductions[index] + byHand[index]).ToList();
        var shipping = terms.Shipping?.Handle == StandardRate && !prices.Codes.Any(static c => c is { IsApplicable: true, Discount.IsFreeShipping: true })
            ? PriceList.ShippingOf(shop, context, items.Sum(static i => i.Total.Shop) - reductions.Sum(static r => r.Shop)) : prices.Shipping;
        return new(lines, prices with { Items = items, Reductions = reductions, Shipping = shipping })
        {
            Attributes = terms.Attributes,
            Note = terms.Note,
            Tags = terms.Tags,
            SourceName = "shopify_draft_order",
        };
    }

    private static MoneyBag Reduce(DraftReduction? reduction, MoneyBag from, PriceContext context)
    {
        if (reduction is null) return MoneyBag.Zero;
        if (!reduction.IsPercentage)
            return new(Math.Min(from.Shop, reduction.Value), Math.Min(from.Presentment, context.Convert(reduction.Value)));
        return new(Currencies.Round(from.Shop * reduction.Value / 100, context.ShopCurrency), Currencies.Round(from.Presentment * reduction.Value / 100, context.CurrencyCode));
    }

    private static IReadOnlyList<MoneyBag> Spread(MoneyBag amount, IReadOnlyList<MoneyBag> parts, PriceContext context) =>
        [.. PriceList.Spread(amount.Shop, [.. parts.Select(static p => p.Shop)], context.ShopCurrency)
            .Zip(PriceList.Spread(amount.Presentment, [.. parts.Select(static p => p.Presentment)], context.CurrencyCode), static (s, p) => new MoneyBag(s, p))];

    private UserError? Reserve(Draft draft)
    {
        if (draft.Terms.ReserveInventoryUntil is not { } until || draft.Status == "COMPLETED") return null;
        if (!shop.TryTakeStock(draft.Sale.Stock, out var changed)) return new(null, "The quantity to reserve is not in stock");
        var timer = shop.Time.CreateTimer(_ =>
        {
            lock (_gate) Release(draft.Id);
        }, null, until - shop.Now(), Timeout.InfiniteTimeSpan);
        _reserved = _reserved.SetItem(draft.Id, new(draft.Sale.Stock, timer));
        foreach (var change in changed) shop.PublishChange(change);
        return null;
    }

    private void Release(long id)
    {
        if (!_reserved.TryGetValue(id, out var held)) return;
        _reserved = _reserved.Remove(id);
        held.Timer.Dispose();
        shop.TryTakeStock([.. held.Stock.Where(s => shop.FindVariant(s.VariantId) is not null).Select(static s => (s.VariantId, -s.Quantity))], out var changed);
        foreach (var change in changed) shop.PublishChange(change);
    }

    private void Tell(string topic, Draft draft)
    {
        if (shop.HasReceiver(topic)) shop.Publish(topic, DraftPayload.Of(shop, draft));
    }

    private sealed record Reservation(IReadOnlyList<(long VariantId, int Quantity)> Stock, ITimer Timer);
}
