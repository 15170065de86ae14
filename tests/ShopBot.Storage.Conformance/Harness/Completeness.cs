using System.Reflection;

namespace ShopBot.Storage.Conformance;

/// <summary>Finds the suites that a provider's test assembly forgot.</summary>
public static class Completeness
{
    public static IReadOnlyList<string> MissingIn(Assembly tests) =>
        [.. typeof(Completeness).Assembly.GetExportedTypes()
            .Where(suite => suite.IsAbstract && suite != typeof(StorageTests) && suite.IsSubclassOf(typeof(StorageTests)))
            .Where(suite => !tests.GetTypes().Any(type => !type.IsAbstract && type.IsSubclassOf(suite)))
            .Select(suite => suite.Name)];
}
