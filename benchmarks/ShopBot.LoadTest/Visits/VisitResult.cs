using ShopBot.LoadTest.Reporting;

namespace ShopBot.LoadTest.Visits;

/// <summary>How long pages and API routes took while customers wrote.</summary>
/// <param name="Pages">All pages of the owner and the home page.</param>
/// <param name="Api">Health, the platforms' handshake, the start of an installation.</param>
/// <param name="Routes">Each route by itself.</param>
/// <param name="Wrong">Answers with another status than the right one, and how many.</param>
internal sealed record VisitResult(Latency Pages, Latency Api, IReadOnlyDictionary<string, Latency> Routes, IReadOnlyDictionary<string, int> Wrong);
