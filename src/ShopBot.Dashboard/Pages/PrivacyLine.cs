using System.ComponentModel;

namespace ShopBot.Dashboard.Pages;

/// <summary>One request of a privacy law on the page.</summary>
/// <param name="At">When it came.</param>
/// <param name="Request">What it asks for.</param>
/// <param name="People">Who of the chat it is about, as far as they are still there.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record PrivacyLine(DateTimeOffset At, PrivacyRequest Request, IReadOnlyList<string> People);
