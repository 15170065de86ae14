namespace Shopify.Client.AspNetCore;

/// <summary>Why a callback is refused.</summary>
internal sealed record CallbackProblem(int Status, string Message);
