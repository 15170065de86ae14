namespace ShopBot.Engine.Stores;

/// <summary>A document of a store as of one read.</summary>
/// <typeparam name="T">What it holds.</typeparam>
/// <param name="Value">The content; null when it was never written.</param>
/// <param name="Version">Names this state of it: a save based on an older one is refused. 0 when it was never written.</param>
public readonly record struct StoreDocument<T>(T? Value, long Version)
    where T : class;
