using Microsoft.Coyote.Rewriting;
using Mono.Cecil;

namespace GiftCardSdk.Schedules.Rewriting;

/// <summary>
/// Types that Coyote leaves as they are. What never changes is no race, and .NET's own dictionaries compare it while they hold locks that Coyote does
/// not know: a thread that is sent to sleep there keeps the others out forever, and the schedule hangs where no program would.
/// </summary>
internal static class Values
{
    /// <summary>Tells Coyote so, in an assembly that it is going to rewrite.</summary>
    public static void LeaveAlone(ModuleDefinition module)
    {
        var skip = module.ImportReference(typeof(SkipRewritingAttribute).GetConstructor([typeof(string)]));
        foreach (var type in module.GetTypes().Where(IsValue))
        {
            type.CustomAttributes.Add(new(skip) { ConstructorArguments = { new(module.TypeSystem.String, "It never changes.") } });
        }
    }

    /// <summary>Whether it is compared by its content, and nothing of it is ever written again.</summary>
    private static bool IsValue(TypeDefinition type) =>
        type.Interfaces.Any(face => IsEquatableTo(type, face.InterfaceType))
        && type.Fields.All(static field => field.IsStatic || field.IsInitOnly);

    private static bool IsEquatableTo(TypeDefinition type, TypeReference face) =>
        face is GenericInstanceType { ElementType.FullName: "System.IEquatable`1", GenericArguments: [var other] }
        && other.FullName == type.FullName;
}
