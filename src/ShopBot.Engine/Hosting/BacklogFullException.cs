namespace ShopBot.Engine.Hosting;

/// <summary>Storage cannot keep up and the waiting room is full: answer 503 and let the platform deliver again.</summary>
public sealed class BacklogFullException() : Exception("Too many events are waiting to be stored.");
