using Shopify.Emulator.Catalog;

namespace Shopify.Emulator.Shops;

/// <summary>A product before and after a change; null before it existed and after it was deleted.</summary>
internal sealed record ProductChange(CatalogProduct? Before, CatalogProduct? After);

/// <summary>
/// Products and collections of a shop with their ids and current stock. Readers see one consistent state and find by id or handle at once,
/// also in catalogues with many thousand variants; writers take turns.
/// </summary>
internal sealed class ProductShelf
{
    private const long FirstProduct = 8_214_300_000_001;
    private const long FirstVariant = 45_118_700_000_001;
    private const long FirstCollection = 461_200_000_001;

    private readonly Lock _gate = new();
    private readonly TimeProvider _time;
    private long _nextProduct = FirstProduct;
    private long _nextVariant = FirstVariant;
    private State _state;
    private IReadOnlyList<CatalogCollection> _collections;

    public ProductShelf(ShopCatalog catalog, TimeProvider time)
    {
        _time = time;
        var now = time.GetUtcNow();
        _state = State.Of([.. catalog.Products.Select((product, index) => Number(product) with
        {
            CreatedAt = product.CreatedAt == default ? now.AddDays(-(catalog.Products.Count - index)) : product.CreatedAt,
            UpdatedAt = product.UpdatedAt == default ? now : product.UpdatedAt,
        })]);
        _collections = [.. catalog.Collections.Select((collection, index) => collection with
        {
            Id = collection.Id != 0 ? collection.Id : FirstCollection + index,
            UpdatedAt = collection.UpdatedAt == default ? now : collection.UpdatedAt,
        })];
    }

    public IReadOnlyList<CatalogProduct> Products => Volatile.Read(ref _state).Products;

    public IReadOnlyList<CatalogCollection> Collections => Volatile.Read(ref _collections);

    public CatalogProduct? Find(long id)
    {
        var state = Volatile.Read(ref _state);
        return state.ById.TryGetValue(id, out var index) ? state.Products[index] : null;
    }

    public CatalogProduct? Find(string handle)
    {
        var state = Volatile.Read(ref _state);
        return state.ByHandle.TryGetValue(handle, out var index) ? state.Products[index] : null;
    }

    public (CatalogProduct Product, CatalogVariant Variant)? FindVariant(long id)
    {
        var state = Volatile.Read(ref _state);
        if (!state.ByVariant.TryGetValue(id, out var index)) return null;
        var product = state.Products[index];
        return (product, product.Variants.First(v => v.Id == id));
    }

    public ProductChange Add(CatalogProduct product)
    {
        lock (_gate)
        {
            if (_state.ByHandle.ContainsKey(product.Handle)) throw new ArgumentException($"There is a product with the handle '{product.Handle}' already.", nameof(product));
            var now = _time.GetUtcNow();
            var added = Number(product) with { CreatedAt = now, UpdatedAt = now };
            _state = State.Of([.. _state.Products, added]);
            return new(null, added);
        }
    }

    public ProductChange Remove(string handle)
    {
        lock (_gate)
        {
            var old = Named(handle);
            _state = State.Of([.. _state.Products.Where(p => p.Id != old.Id)]);
            _collections = [.. _collections.Select(c => c.ProductHandles.Contains(handle) ? c with { ProductHandles = [.. c.ProductHandles.Where(h => h != handle)] } : c)];
            return new(old, null);
        }
    }

    public ProductChange Update(string handle, Func<CatalogProduct, CatalogProduct> change)
    {
        lock (_gate)
        {
            var old = Named(handle);
            var changed = Number(change(old) with { Id = old.Id }) with { CreatedAt = old.CreatedAt, UpdatedAt = _time.GetUtcNow() };
            _state = _state.With(old, changed);
            return new(old, changed);
        }
    }

    public CatalogCollection UpdateCollection(string handle, Func<CatalogCollection, CatalogCollection> change)
    {
        lock (_gate)
        {
            var old = _collections.FirstOrDefault(c => c.Handle == handle) ?? throw new ArgumentException($"No collection has the handle '{handle}'.", nameof(handle));
            var changed = change(old) with { Id = old.Id, UpdatedAt = _time.GetUtcNow() };
            _collections = [.. _collections.Select(c => c.Id == old.Id ? changed : c)];
            return changed;
        }
    }

    /// <summary>Takes the pieces of an order out of stock, all or nothing; negative quantities put them back.</summary>
    public bool TryTake(IReadOnlyList<(long VariantId, int Quantity)> lines, out IReadOnlyList<ProductChange> changed)
    {
        changed = [];
        lock (_gate)
        {
            var wanted = lines.GroupBy(static l => l.VariantId, static (id, same) => (Id: id, Quantity: same.Sum(static l => l.Quantity))).ToList();
            foreach (var (id, quantity) in wanted)
                if (FindVariant(id) is not { } found || found.Variant.Limit < quantity) return false;
            List<ProductChange> changes = [];
            foreach (var group in wanted.Where(w => FindVariant(w.Id)!.Value.Variant.Stock is not null).GroupBy(w => FindVariant(w.Id)!.Value.Product.Id))
            {
                var taken = group.ToDictionary(static w => w.Id, static w => w.Quantity);
                var old = Find(group.Key)!;
                var next = old with
                {
                    UpdatedAt = _time.GetUtcNow(),
                    Variants = [.. old.Variants.Select(v => taken.TryGetValue(v.Id, out var pieces) ? v with { Stock = v.Stock - pieces } : v)],
                };
                _state = _state.With(old, next);
                changes.Add(new(old, next));
            }

            changed = changes;
            return true;
        }
    }

    private CatalogProduct Named(string handle) =>
        Find(handle) ?? throw new ArgumentException($"No product has the handle '{handle}'.", nameof(handle));

    private CatalogProduct Number(CatalogProduct product) => product with
    {
        Id = product.Id != 0 ? product.Id : _nextProduct++,
        Variants = product.Variants.All(static v => v.Id != 0) ? product.Variants : [.. product.Variants.Select(v => v.Id != 0 ? v : v with { Id = _nextVariant++ })],
    };

    private sealed record State(
        CatalogProduct[] Products, Dictionary<long, int> ById, Dictionary<string, int> ByHandle, Dictionary<long, int> ByVariant)
    {
        public static State Of(CatalogProduct[] products)
        {
            var byId = new Dictionary<long, int>(products.Length);
            var byHandle = new Dictionary<string, int>(products.Length, StringComparer.Ordinal);
            var byVariant = new Dictionary<long, int>(products.Sum(static p => p.Variants.Count));
            for (var i = 0; i < products.Length; i++)
            {
                byId.Add(products[i].Id, i);
                byHandle.Add(products[i].Handle, i);
                foreach (var variant in products[i].Variants) byVariant.Add(variant.Id, i);
            }

            return new(products, byId, byHandle, byVariant);
        }

        /// <summary>The state with one product replaced; the indexes stay when its handle and variants are the same.</summary>
        public State With(CatalogProduct old, CatalogProduct changed)
        {
            var products = (CatalogProduct[])Products.Clone();
            products[ById[old.Id]] = changed;
            return old.Handle == changed.Handle && old.Variants.Select(static v => v.Id).SequenceEqual(changed.Variants.Select(static v => v.Id))
                ? this with { Products = products }
                : Of(products);
        }
    }
}
