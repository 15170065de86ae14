namespace WhatsApp.Client;

/// <summary>What an order sells. An open set.</summary>
/// <param name="Value">The platform's word.</param>
public readonly record struct GoodsType(string Value)
{
    /// <summary>Something that is shipped or handed over.</summary>
    public static GoodsType PhysicalGoods => new("physical-goods");

    /// <summary>Something that is not.</summary>
    public static GoodsType DigitalGoods => new("digital-goods");

    /// <summary>The word itself.</summary>
    public override string ToString() => Value ?? "";
}
