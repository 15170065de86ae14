using ShopBot.Engine.Customers;
using ShopBot.Engine.Desk;
using ShopBot.Shopping.Events;
using ShopBot.Shopping.Orders;

namespace ShopBot.Dashboard;

/// <summary>Counts the facts of one day: each person once per step, each order once.</summary>
internal sealed class DayCount
{
    private readonly HashSet<CustomerId> _all = [];
    private readonly HashSet<CustomerId> _viewed = [];
    private readonly HashSet<CustomerId> _carts = [];
    private readonly HashSet<CustomerId> _checkouts = [];
    private readonly HashSet<CustomerId> _buyers = [];
    private readonly HashSet<string> _orders = new(StringComparer.Ordinal);
    private readonly Dictionary<string, decimal> _revenue = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ProductCount> _products = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<CustomerId>> _sources = new(StringComparer.Ordinal);

    public void Add(DeskFact fact)
    {
        if (fact.Customer is not { } customer)
            return;
        _all.Add(customer);
        switch (fact.Kind)
        {
            case ProductViewed.Kind when fact.Read(FigureJson.Default.ProductViewed) is { Product: { } product }:
                _viewed.Add(customer);
                Of(product).Viewed.Add(customer);
                break;
            case CartChanged.Kind when fact.Read(FigureJson.Default.CartChanged) is { Pieces: > 0, Added: { } added }:
                _carts.Add(customer);
                Of(added).Carted.Add(customer);
                break;
            case CheckoutCreated.Kind:
                _checkouts.Add(customer);
                break;
            case CustomerEntered.Kind when fact.Read(FigureJson.Default.CustomerEntered) is { } entered:
                if (!_sources.TryGetValue(entered.Source, out var people))
                    _sources[entered.Source] = people = [];
                people.Add(customer);
                break;
            case OrderPaid.Kind when fact.Read(FigureJson.Default.OrderPaid) is { } order && _orders.Add(order.OrderId ?? order.OrderName):
                _buyers.Add(customer);
                AddOrder(order);
                break;
        }
    }

    public FigureDay ToDay(DateOnly day) => new()
    {
        Day = day,
        Conversations = _all.Count,
        Viewed = _viewed.Count,
        Carts = _carts.Count,
        Checkouts = _checkouts.Count,
        Buyers = _buyers.Count,
        Orders = _orders.Count,
        Revenue = _revenue,
        Products = [.. _products.Select(entry => new FigureProduct(
            entry.Key, entry.Value.Title, entry.Value.Viewed.Count, entry.Value.Carted.Count, entry.Value.Pieces, entry.Value.Revenue)).OrderBy(product => product.Key, StringComparer.Ordinal)],
        Sources = [.. _sources.Select(entry => new FigureSource(entry.Key, entry.Value.Count, entry.Value.Count(_buyers.Contains))).OrderBy(source => source.Source, StringComparer.Ordinal)],
    };

    private void AddOrder(OrderPaid order)
    {
        if (order is { Total: { } total, Currency: { } currency })
            _revenue[currency] = _revenue.GetValueOrDefault(currency) + total;
        foreach (var line in order.Products ?? [])
        {
            if (line.Quantity <= 0)
                continue;
            var product = Of(new ProductNamed(line.ProductId, line.Title));
            product.Pieces += line.Quantity;
            product.Revenue += line.Amount;
        }
    }

    private ProductCount Of(ProductNamed product)
    {
        var key = product.Id ?? product.Title;
        if (!_products.TryGetValue(key, out var count))
            _products[key] = count = new ProductCount();
        count.Title = product.Title;
        return count;
    }

    private sealed class ProductCount
    {
        public string Title { get; set; } = "";

        public HashSet<CustomerId> Viewed { get; } = [];

        public HashSet<CustomerId> Carted { get; } = [];

        public int Pieces { get; set; }

        public decimal Revenue { get; set; }
    }
}
