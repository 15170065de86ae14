namespace ShopBot.TestSupport.Stubs;

/// <summary>A business number that the <see cref="GraphStub"/> knows.</summary>
/// <param name="Id">Its Graph id.</param>
/// <param name="AccessToken">The one token that opens it.</param>
public sealed record StubNumber(string Id, string AccessToken);
