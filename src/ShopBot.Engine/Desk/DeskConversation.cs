using ShopBot.Engine.Customers;
using ShopBot.Engine.Storage;

namespace ShopBot.Engine.Desk;

/// <summary>One conversation as a person of the store sees it in a list. Personal data.</summary>
public sealed record DeskConversation
{
    /// <summary>The customer.</summary>
    public required CustomerId Customer { get; init; }

    /// <summary>The customer's own name from WhatsApp; null when it did not stand beside the last messages.</summary>
    public string? Name { get; init; }

    /// <summary>The phone number, digits; null when the customer hides it.</summary>
    public string? Phone { get; init; }

    /// <summary>Who answers.</summary>
    public required LaneControl Control { get; init; }

    /// <summary>When something last happened in it.</summary>
    public required DateTimeOffset LastActivityAt { get; init; }

    /// <summary>Until when anything may be written to the customer; null when never. After that only approved templates.</summary>
    public DateTimeOffset? WindowEndsAt { get; init; }

    /// <summary>How many events wait for their turn.</summary>
    public long Waiting { get; init; }

    /// <summary>Whether the customer asked not to be written to.</summary>
    public bool OptedOut { get; init; }

    /// <summary>What was said last; null when nothing of it is kept.</summary>
    public DeskMessage? Last { get; init; }

    /// <summary>Name, else number, else a word for somebody without either.</summary>
    public string Title => Name ?? (Phone is { } digits ? "+" + digits : "Customer " + Customer.ToString()[..6]);

    /// <inheritdoc />
    public override string ToString() => $"DeskConversation {{ Customer = {Customer} }}";
}
