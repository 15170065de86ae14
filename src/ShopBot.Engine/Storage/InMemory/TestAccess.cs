using System.Runtime.CompilerServices;

// The conformance suite looks at what was written, which the contracts do not show.
[assembly: InternalsVisibleTo("ShopBot.Storage.InMemory.Tests")]
