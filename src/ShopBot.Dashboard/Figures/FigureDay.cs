using System.ComponentModel;

namespace ShopBot.Dashboard;

/// <summary>What happened in a store on one day, without anything personal.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record FigureDay
{
    /// <summary>The day, UTC.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>How many people began a conversation or did something in the shop.</summary>
    public int Conversations { get; init; }

    /// <summary>How many of them saw a product.</summary>
    public int Viewed { get; init; }

    /// <summary>How many put something into the cart.</summary>
    public int Carts { get; init; }

    /// <summary>How many asked for the link to pay.</summary>
    public int Checkouts { get; init; }

    /// <summary>How many paid.</summary>
    public int Buyers { get; init; }

    /// <summary>How many orders were paid.</summary>
    public int Orders { get; init; }

    /// <summary>What was paid, by currency.</summary>
    public IReadOnlyDictionary<string, decimal> Revenue { get; init; } = new Dictionary<string, decimal>();

    /// <summary>The same by product.</summary>
    public IReadOnlyList<FigureProduct> Products { get; init; } = [];

    /// <summary>By which ways people came in.</summary>
    public IReadOnlyList<FigureSource> Sources { get; init; } = [];

    /// <summary>Messages and events taken in.</summary>
    public long Received { get; init; }

    /// <summary>Messages that WhatsApp took.</summary>
    public long Sent { get; init; }

    /// <summary>Of these, how many arrived.</summary>
    public long Delivered { get; init; }

    /// <summary>Of these, how many were read.</summary>
    public long Read { get; init; }

    /// <summary>Messages that were refused or did not arrive.</summary>
    public long Failed { get; init; }

    /// <summary>Billed messages by pricing category.</summary>
    public IReadOnlyDictionary<string, long> Billed { get; init; } = new Dictionary<string, long>();
}

/// <summary>One product's figures.</summary>
/// <param name="Key">Its id, or its name when the shop did not tell the id.</param>
/// <param name="Title">Its name.</param>
/// <param name="Viewed">How many people saw it.</param>
/// <param name="Carted">How many put it into the cart.</param>
/// <param name="Pieces">How many pieces were paid.</param>
/// <param name="Revenue">What they cost together, before discounts of the order.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record FigureProduct(string Key, string Title, int Viewed, int Carted, int Pieces, decimal Revenue);

/// <summary>One way in.</summary>
/// <param name="Source">Its word, such as <c>qr</c>.</param>
/// <param name="Entered">How many people came by it.</param>
/// <param name="Buyers">How many of them paid on the same day.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record FigureSource(string Source, int Entered, int Buyers);

/// <summary>Finished days of one month, as they are kept.</summary>
/// <param name="Days">In order.</param>
internal sealed record FigureMonth(IReadOnlyList<FigureDay> Days);
