using System.Reflection;

namespace Shopify.Client.Tests.Schemas;

/// <summary>The known words of the open enums are words of the newest schemas, and none is deprecated.</summary>
public sealed class OpenEnumTests
{
    public static TheoryData<string> All => new(
        typeof(ShopifyClient).Assembly.GetExportedTypes().Where(static type => Words(type).Any()).Select(static type => type.Name));

    [Theory]
    [MemberData(nameof(All))]
    public void Known_words_are_in_the_schema(string name)
    {
        var type = typeof(ShopifyClient).Assembly.GetExportedTypes().Single(type => type.Name == name);
        var words = Words(type).Select(property => property.GetValue(null)!.ToString()!).ToArray();
        var known = new[] { SchemaFile.Admin(), SchemaFile.Storefront() }
            .SelectMany(schema => new[] { name, name + "s" }.Select(enumName => schema.Types.GetValueOrDefault(enumName)))
            .OfType<SchemaType>().First(static candidate => candidate.Kind == "ENUM");

        Assert.Empty(words.Except(known.EnumValues.Values.Where(static value => !value.IsDeprecated).Select(static value => value.Name)));
    }

    private static IEnumerable<PropertyInfo> Words(Type type) =>
        type.IsValueType && type.GetProperty("Value")?.PropertyType == typeof(string)
            ? type.GetProperties(BindingFlags.Public | BindingFlags.Static).Where(property => property.PropertyType == type)
            : [];
}
