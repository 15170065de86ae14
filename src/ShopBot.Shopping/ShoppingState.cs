using ShopBot.Shopping.Cart;
using ShopBot.Shopping.Catalog;
using ShopBot.Shopping.Consent;
using ShopBot.Shopping.Reminders;

namespace ShopBot.Shopping;

/// <summary>What the shop remembers of a conversation.</summary>
public sealed record ShoppingState
{
    /// <summary>What the customer wants to buy.</summary>
    public ShoppingCart Cart { get; init; } = ShoppingCart.Empty;

    /// <summary>The list shown last, so that "more" can go on with it.</summary>
    public ShownList? Shown { get; init; }

    /// <summary>Orders paid in this chat, the oldest first; at most ten.</summary>
    public IReadOnlyList<string> OrderIds { get; init; } = [];

    /// <summary>What the newest message offered, so that it can be typed instead of tapped.</summary>
    public IReadOnlyList<OfferedChoice> Choices { get; init; } = [];

    /// <summary>What the next text may be an answer to; null when nothing was asked.</summary>
    public AwaitedAnswer? Awaits { get; init; }

    /// <summary>When the customer wrote or tapped last.</summary>
    public DateTimeOffset? LastMessageAt { get; init; }

    /// <summary>The customer's time zone (IANA), as far as it can be told; null for the store's.</summary>
    public string? TimeZone { get; init; }

    /// <summary>Whether the customer chose the language; false while it is the store's, or the one that was written in.</summary>
    public bool LanguageChosen { get; init; }

    /// <summary>The country whose prices are shown, ISO 3166-1 alpha-2: the one the customer chose, else that of the phone number; null when neither is known.</summary>
    public string? Country { get; init; }

    /// <summary>Whether the customer chose the country.</summary>
    public bool CountryChosen { get; init; }

    /// <summary>What the customer said about messages that the business begins; null while nothing was said.</summary>
    public MarketingConsent? Consent { get; init; }

    /// <summary>The checkout that was opened and not paid yet.</summary>
    public OpenCheckout? Checkout { get; init; }

    /// <summary>The tokens of the carts whose checkouts were opened, the oldest first; at most five.</summary>
    public IReadOnlyList<string> CartTokens { get; init; } = [];

    /// <summary>How many reminders of the cart were sent since the customer's last message.</summary>
    public int CartReminders { get; init; }

    /// <summary>Sold-out products the customer wants to hear of; at most ten.</summary>
    public IReadOnlyList<StockWatch> Watches { get; init; } = [];

    /// <summary>Orders to be paid on delivery that wait for an answer; at most ten.</summary>
    public IReadOnlyList<CashOnDelivery.OrderToConfirm> ToConfirm { get; init; } = [];

    /// <summary>Until when the visit lasts, as its timer was set; null when none is set.</summary>
    public DateTimeOffset? VisitEndsAt { get; init; }
}

/// <summary>A list that was shown and has more pages.</summary>
/// <param name="Number">Rises with each list; a "more" button of another number is stale.</param>
/// <param name="Listing">What it lists; null for the collections.</param>
/// <param name="NextCursor">Where its next page begins; null when there is none.</param>
public sealed record ShownList(int Number, ProductListing? Listing, string? NextCursor);

/// <summary>Something the newest message offered.</summary>
/// <param name="Title">What stood on the button or row.</param>
/// <param name="Id">The button's id.</param>
public sealed record OfferedChoice(string Title, string Id);

/// <summary>What the next text may answer.</summary>
/// <param name="Kind">Which question, such as <c>discount</c>.</param>
/// <param name="About">What it is about, such as a variant's id; null for nothing.</param>
public sealed record AwaitedAnswer(string Kind, string? About = null);
