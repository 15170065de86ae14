using System.Collections.Immutable;
using Shopify.Emulator.Catalog;

namespace Shopify.Emulator.Shops;

/// <summary>Products and collections of a shop with their ids and current stock. Readers see one consistent state; writers take turns.</summary>
internal sealed class ProductShelf
{
    private const long FirstProduct = 8_214_300_000_001;
    private const long FirstVariant = 45_118_700_000_001;
    private const long FirstCollection = 461_200_000_001;

    private readonly Lock _gate = new();
    private readonly TimeProvider _time;
    private ImmutableList<CatalogProduct> _products;

    public ProductShelf(ShopCatalog catalog, TimeProvider time)
    {
        _time = time;
        var now = time.GetUtcNow();
        var variant = FirstVariant;
        _products = [.. catalog.Products.Select((product, index) => product with
        {
            Id = product.Id != 0 ? product.Id : FirstProduct + index,
            CreatedAt = product.CreatedAt == default ? now.AddDays(-(catalog.Products.Count - index)) : product.CreatedAt,
            UpdatedAt = product.UpdatedAt == default ? now : product.UpdatedAt,
            Variants = [.. product.Variants.Select(v => v.Id != 0 ? v : v with { Id = variant++ })],
        })];
        Collections = [.. catalog.Collections.Select((collection, index) => collection with
        {
            Id = collection.Id != 0 ? collection.Id : FirstCollection + index,
            UpdatedAt = collection.UpdatedAt == default ? now : collection.UpdatedAt,
        })];
    }

    public IReadOnlyList<CatalogProduct> Products => Volatile.Read(ref _products);

    public IReadOnlyList<CatalogCollection> Collections { get; }

    public (CatalogProduct Product, CatalogVariant Variant)? FindVariant(long id)
    {
        foreach (var product in Products)
            if (product.Variants.FirstOrDefault(v => v.Id == id) is { } variant) return (product, variant);
        return null;
    }

    public CatalogProduct Update(string handle, Func<CatalogProduct, CatalogProduct> change)
    {
        lock (_gate)
        {
            var old = _products.Find(p => p.Handle == handle) ?? throw new ArgumentException($"No product has the handle '{handle}'.", nameof(handle));
            var changed = change(old) with { Id = old.Id, CreatedAt = old.CreatedAt, UpdatedAt = _time.GetUtcNow() };
            _products = _products.Replace(old, changed);
            return changed;
        }
    }

    /// <summary>Takes the pieces of an order out of stock, all or nothing.</summary>
    public bool TryTake(IReadOnlyList<(long VariantId, int Quantity)> lines, out IReadOnlyList<CatalogProduct> changed)
    {
        lock (_gate)
        {
            var products = _products;
            foreach (var (variantId, quantity) in lines.GroupBy(static l => l.VariantId, static (id, same) => (id, same.Sum(static l => l.Quantity))))
            {
                if (FindVariant(variantId) is not { } found || found.Variant.Limit < quantity)
                {
                    changed = [];
                    return false;
                }

                if (found.Variant.Stock is null) continue;
                var product = products.Find(p => p.Id == found.Product.Id)!;
                products = products.Replace(product, product with
                {
                    UpdatedAt = _time.GetUtcNow(),
                    Variants = [.. product.Variants.Select(v => v.Id == variantId ? v with { Stock = v.Stock - quantity } : v)],
                });
            }

            changed = [.. products.Where(p => !_products.Contains(p))];
            _products = products;
            return true;
        }
    }
}
