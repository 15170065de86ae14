namespace ShopBot.LoadTest.Journeys;

/// <summary>What a customer can do next.</summary>
internal enum Step
{
    Greet,
    Browse,
    OpenCollection,
    OpenProduct,
    Add,
    Cart,
    Search,
    Checkout,
    Change,
    Empty,
}
