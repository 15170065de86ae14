namespace ShopBot.Shopping.Events;

/// <summary>A product as events name it.</summary>
/// <param name="Id">Its id; null when the shop did not tell.</param>
/// <param name="Title">Its name then.</param>
public sealed record ProductNamed(string? Id, string Title);
