namespace ShopBot.LoadTest.Journeys;

/// <summary>A message of a bot on a customer's phone.</summary>
internal sealed record Reply(string Phone, string Number, string MessageId, string Text, IReadOnlyList<(string Id, string Title)> Choices);
