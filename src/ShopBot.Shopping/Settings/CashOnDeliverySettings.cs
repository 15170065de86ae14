using System.Text.Json.Serialization;

namespace ShopBot.Shopping.Settings;

/// <summary>Orders that are paid on delivery: the customer confirms or cancels them in the chat.</summary>
public sealed record CashOnDeliverySettings
{
    /// <summary>Whether customers are asked. Default false.</summary>
    public bool Enabled { get; init; }

    /// <summary>What the shop calls this way to pay, as it stands in orders. Default <c>Cash on Delivery (COD)</c> and <c>cash_on_delivery</c>.</summary>
    public IReadOnlyList<string> Gateways { get; init; } = ["Cash on Delivery (COD)", "cash_on_delivery"];

    /// <summary>The tag of a confirmed order. Default <c>cod-confirmed</c>.</summary>
    public string ConfirmedTag { get; init; } = "cod-confirmed";

    /// <summary>The tag of an order the customer does not want. Default <c>cod-cancelled</c>.</summary>
    public string CancelledTag { get; init; } = "cod-cancelled";

    /// <summary>The tag of an order nobody answered for. Default <c>cod-unanswered</c>.</summary>
    public string UnansweredTag { get; init; } = "cod-unanswered";

    /// <summary>How long the customer has to answer. 15 minutes to 7 days; default 24 hours.</summary>
    public TimeSpan AnswerWithin { get; init; } = TimeSpan.FromHours(24);

    /// <summary>What becomes of an order nobody answered for. Default <see cref="UnansweredAction.Tag"/>.</summary>
    public UnansweredAction Unanswered { get; init; }
}

/// <summary>What becomes of an order nobody answered for.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<UnansweredAction>))]
public enum UnansweredAction
{
    /// <summary>It is tagged, and the store decides.</summary>
    Tag,

    /// <summary>It is confirmed.</summary>
    Confirm,

    /// <summary>It is cancelled.</summary>
    Cancel,
}
