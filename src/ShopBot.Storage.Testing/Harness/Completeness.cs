using System.Reflection;

namespace ShopBot.Storage.Testing;

/// <summary>Finds the suites that a provider's test assembly forgot.</summary>
public static class Completeness
{
    /// <summary>The names of the suites of this package that no test class derives from; empty when nothing is missing.</summary>
    /// <param name="tests">The provider's tests.</param>
    /// <param name="among">Only these test classes count, such as those of one namespace; null for all.</param>
    public static IReadOnlyList<string> MissingIn(Assembly tests, Func<Type, bool>? among = null) =>
        [.. typeof(Completeness).Assembly.GetExportedTypes()
            .Where(suite => suite.IsAbstract && suite != typeof(StorageTests) && suite.IsSubclassOf(typeof(StorageTests)))
            .Where(suite => !tests.GetTypes().Any(type => !type.IsAbstract && type.IsSubclassOf(suite) && among?.Invoke(type) != false))
            .Select(suite => suite.Name)];
}
