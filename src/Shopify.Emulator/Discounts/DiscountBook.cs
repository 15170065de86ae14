using System.Collections.Immutable;
using Shopify.Emulator.Catalog;

namespace Shopify.Emulator.Discounts;

/// <summary>A discount with what the shop counts about it.</summary>
internal sealed record Discount(CatalogDiscount Terms, DateTimeOffset CreatedAt, int UsageCount)
{
    public long Id => Terms.Id;

    public string Title => Terms.Title ?? Terms.Code;

    public bool IsFreeShipping => Terms.FreeShipping;

    public string Status(DateTimeOffset now) => now < Terms.StartsAt ? "SCHEDULED" : now >= Terms.EndsAt ? "EXPIRED" : "ACTIVE";
}

/// <summary>The discount codes of a shop and their use.</summary>
internal sealed class DiscountBook
{
    private const long FirstId = 1_206_500_000_001;

    private readonly Lock _gate = new();
    private readonly EmulatedShop _shop;
    private readonly HashSet<(long Discount, string Customer)> _uses = [];
    private ImmutableList<Discount> _all = [];

    public DiscountBook(EmulatedShop shop)
    {
        _shop = shop;
        foreach (var terms in shop.Catalog.Discounts) Add(terms);
    }

    public IReadOnlyList<Discount> All => Volatile.Read(ref _all);

    public Discount? Find(string code) => All.FirstOrDefault(d => string.Equals(d.Terms.Code, code, StringComparison.OrdinalIgnoreCase));

    public Discount Add(CatalogDiscount terms)
    {
        if (new[] { terms.Percentage is not null, terms.Amount is not null, terms.FreeShipping }.Count(static x => x) != 1)
            throw new ArgumentException($"The discount {terms.Code} needs exactly one of percentage, amount and free shipping.", nameof(terms));
        lock (_gate)
        {
            if (Find(terms.Code) is not null) throw new ArgumentException($"There is a discount with the code {terms.Code} already.", nameof(terms));
            var now = _shop.Now();
            var added = new Discount(terms with
            {
                Id = terms.Id != 0 ? terms.Id : FirstId + _all.Count,
                UpdatedAt = terms.UpdatedAt == default ? now : terms.UpdatedAt,
            }, now, 0);
            _all = _all.Add(added);
            return added;
        }
    }

    public Discount? Remove(string code)
    {
        lock (_gate)
        {
            if (Find(code) is not { } old) return null;
            _all = _all.Remove(old);
            return old;
        }
    }

    /// <summary>Counts a use by an order.</summary>
    public void Use(string code, string? customer)
    {
        lock (_gate)
        {
            if (Find(code) is not { } used) return;
            _all = _all.Replace(used, used with { UsageCount = used.UsageCount + 1 });
            if (customer is not null) _uses.Add((used.Id, customer));
        }
    }

    public bool WasUsedBy(Discount discount, string? customer)
    {
        lock (_gate) return customer is not null && _uses.Contains((discount.Id, customer));
    }
}
