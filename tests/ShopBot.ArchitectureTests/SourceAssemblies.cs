using System.Reflection;
using System.Runtime.CompilerServices;

namespace ShopBot.ArchitectureTests;

/// <summary>The built assemblies of src, and the few facts about types and members that the house rules ask for.</summary>
internal static class SourceAssemblies
{
    private const BindingFlags Declared =
        BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    public static IReadOnlyList<Assembly> All { get; } = [.. Repository.Projects.Select(project => Assembly.Load(new AssemblyName(project.Name)))];

    public static IEnumerable<Type> Types => All.SelectMany(assembly => assembly.GetTypes()).Where(type => !IsGenerated(type));

    public static IEnumerable<Type> PublicTypes => Types.Where(type => type.IsVisible);

    /// <summary>What a user of the packages can call or override. Tests that a package ships are called by a test runner: their names are sentences, their token is the run's.</summary>
    public static IEnumerable<MethodInfo> PublicMethods => PublicTypes
        .Where(type => type.Assembly.GetName().Name != "ShopBot.Storage.Testing")
        .Where(type => !typeof(Delegate).IsAssignableFrom(type))
        .SelectMany(type => type.GetMethods(Declared))
        .Where(method => (method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly) && !method.IsSpecialName && !IsGenerated(method));

    public static bool IsRecord(Type type) => type.GetMethod("<Clone>$", Declared) is not null || type.GetMethod("PrintMembers", Declared) is not null;

    public static bool IsAsync(Type returned) =>
        typeof(Task).IsAssignableFrom(returned)
        || returned == typeof(ValueTask)
        || (returned.IsGenericType && (returned.GetGenericTypeDefinition() == typeof(ValueTask<>) || returned.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>)));

    /// <summary>Whether somebody else's interface or base class gave the method its shape.</summary>
    public static bool IsGivenFromOutside(MethodInfo method)
    {
        var type = method.DeclaringType!;
        if (method.GetBaseDefinition().DeclaringType is { } first && first != type && !All.Contains(first.Assembly))
            return true;
        return !type.IsInterface && type.GetInterfaces()
            .Where(contract => !All.Contains(contract.Assembly))
            .SelectMany(contract => type.GetInterfaceMap(contract).TargetMethods)
            .Contains(method);
    }

    public static IEnumerable<Type> SignatureOf(MemberInfo member) => member switch
    {
        MethodInfo method => method.GetParameters().Select(parameter => parameter.ParameterType).Append(method.ReturnType),
        ConstructorInfo constructor => constructor.GetParameters().Select(parameter => parameter.ParameterType),
        PropertyInfo property => [property.PropertyType],
        FieldInfo field => [field.FieldType],
        EventInfo happening => [happening.EventHandlerType!],
        _ => [],
    };

    /// <summary>The type and everything it is made of.</summary>
    public static IEnumerable<Type> Parts(Type type) => type switch
    {
        { HasElementType: true } => Parts(type.GetElementType()!),
        { IsConstructedGenericType: true } => type.GetGenericArguments().SelectMany(Parts).Append(type.GetGenericTypeDefinition()),
        _ => [type],
    };

    private static bool IsGenerated(MemberInfo member) =>
        member.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false) || member.Name.Contains('<', StringComparison.Ordinal);
}
