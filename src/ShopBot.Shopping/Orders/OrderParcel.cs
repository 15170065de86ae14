namespace ShopBot.Shopping.Orders;

/// <summary>A way to follow a parcel.</summary>
/// <param name="Carrier">Who carries it; null when not told.</param>
/// <param name="Number">Its tracking number; null when there is none.</param>
/// <param name="Link">A page to follow it on; null when there is none, which happens beside a number too.</param>
public sealed record OrderParcel(string? Carrier, string? Number, Uri? Link);
