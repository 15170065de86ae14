namespace ShopBot.Shopping.Search;

/// <summary>What is known of a store's index as a whole.</summary>
/// <param name="FilledAt">When the whole catalogue was read last; null: never, so that what is not found may exist all the same.</param>
public sealed record IndexState(DateTimeOffset? FilledAt);
