using YamlDotNet.RepresentationModel;

namespace ReferenceHost.Tests.Deployment;

/// <summary>Reads the files of a deployment.</summary>
internal static class Yaml
{
    public static YamlMappingNode Load(string path)
    {
        using var reader = File.OpenText(Path.Combine(Programs.Repository, path));
        var stream = new YamlStream();
        stream.Load(reader);
        return (YamlMappingNode)stream.Documents.Single().RootNode;
    }

    public static List<string> Keys(YamlMappingNode node) => [.. node.Children.Keys.Select(key => ((YamlScalarNode)key).Value!)];

    public static YamlMappingNode Map(YamlMappingNode node, string key) => (YamlMappingNode)node.Children[key];

    public static string Text(YamlMappingNode node, string key) => ((YamlScalarNode)node.Children[key]).Value!;

    public static List<YamlMappingNode> List(YamlMappingNode node, string key) => List(node, key, static item => (YamlMappingNode)item);

    public static List<T> List<T>(YamlMappingNode node, string key, Func<YamlNode, T> read) => [.. ((YamlSequenceNode)node.Children[key]).Select(read)];
}
