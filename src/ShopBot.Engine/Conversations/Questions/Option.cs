namespace ShopBot.Engine.Conversations;

/// <summary>One answer of a question with choices.</summary>
/// <typeparam name="T">What it stands for, known to the flow's JSON context.</typeparam>
/// <param name="Title">What the person reads: at most 20 characters on a button, 24 in a list; longer ones are cut.</param>
/// <param name="Value">What the handler gets.</param>
/// <param name="Description">A second line in a list, at most 72 characters; null for none.</param>
public readonly record struct Option<T>(string Title, T Value, string? Description = null);
