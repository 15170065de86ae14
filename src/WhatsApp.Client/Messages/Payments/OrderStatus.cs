namespace WhatsApp.Client;

/// <summary>How far an order is. An open set.</summary>
/// <param name="Value">The platform's word.</param>
public readonly record struct OrderStatus(string Value)
{
    /// <summary>Not paid or not looked at yet.</summary>
    public static OrderStatus Pending => new("pending");

    /// <summary>Being prepared.</summary>
    public static OrderStatus Processing => new("processing");

    /// <summary>A part is on its way.</summary>
    public static OrderStatus PartiallyShipped => new("partially-shipped");

    /// <summary>On its way.</summary>
    public static OrderStatus Shipped => new("shipped");

    /// <summary>Done; no more news will come.</summary>
    public static OrderStatus Completed => new("completed");

    /// <summary>Called off. An order that was paid cannot be.</summary>
    public static OrderStatus Canceled => new("canceled");

    /// <summary>The word itself.</summary>
    public override string ToString() => Value ?? "";

    internal bool IsKnown => Value is "pending" or "processing" or "partially-shipped" or "shipped" or "completed" or "canceled";
}
